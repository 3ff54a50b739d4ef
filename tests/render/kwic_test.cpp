// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/kwic.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/width.h"

namespace {

using morgue::Occurrence;
using morgue::Timestamp;
using morgue::render::KwicWidth;
using morgue::render::KwicWriter;
using morgue::render::TextStyle;

std::string written(std::unique_ptr<KwicWriter> writer, const std::vector<Occurrence>& occurrences) {
  std::string out = writer->begin();
  for (const auto& occurrence : occurrences) out += writer->add(occurrence);
  return out + writer->end();
}

Occurrence occurrence(morgue::ArticleId id, std::string left, std::string match, std::string right) {
  return {id, Timestamp::from_string("2024-03-05"), "Daily Harbour", "Late again", left, match, right};
}

TEST(KwicText, MatchesStandOneBelowTheOther) {
  EXPECT_EQ(written(morgue::render::kwic_text({}, {10, 0}),
                    {occurrence(7, "the late ", "ferry", " ran"), occurrence(1'234, "", "Ferries", ""),
                     occurrence(12, "昨日的", "渡輪", "晚到")}),
            "   7  2024-03-05    the late  ferry  ran\n"
            "1234  2024-03-05              Ferries\n"
            "  12  2024-03-05      昨日的  渡輪  晚到\n");
}

TEST(KwicText, DatesAreDaysAsFarAsKnown) {
  Occurrence dated = occurrence(1, "", "a", "");
  dated.published = Timestamp::from_string("2024-03-05T14:05:00+02:00");
  Occurrence vague = dated;
  vague.published = Timestamp::from_string("2024");
  Occurrence undated = dated;
  undated.published.reset();
  EXPECT_EQ(written(morgue::render::kwic_text({}, {1, 0}), {dated, vague, undated}),
            "1  2024-03-05     a\n1  2024           a\n1  undated        a\n");
}

TEST(KwicText, ColoursAreForThoseWhoHaveThem) {
  TextStyle style;
  style.colour = true;
  EXPECT_EQ(written(morgue::render::kwic_text(style, {4, 0}), {occurrence(7, "the ", "ferry", " ran")}),
            "\x1b[2m7\x1b[0m  \x1b[2m2024-03-05\x1b[0m   the  \x1b[1mferry\x1b[0m  ran\n");
}

TEST(KwicText, ControlsOfArticlesAreRemoved) {
  const auto out = written(morgue::render::kwic_text({}, {9, 0}),
                           {occurrence(7, "a\x1b[31mb ", "fe\x07rry", " r\xC2\x9Bun\xE2\x80\xAE")});
  EXPECT_EQ(out, "7  2024-03-05     a[31mb  ferry  run\n");
}

TEST(KwicText, LinesFitTheTerminal) {
  for (std::size_t columns = 70; columns <= 200; columns += 7) {
    const KwicWidth width = morgue::render::fit_kwic(columns);
    for (const std::string& word : {std::string("word "), std::string("計畫")}) {
      std::string side;
      while (morgue::column_width(side + word) <= width.side) side += word;
      const auto out =
          written(morgue::render::kwic_text({}, width), {occurrence(123'456, side, "ferry boats of the", side)});
      EXPECT_LE(morgue::column_width(out), columns) << out;
      EXPECT_GT(morgue::column_width(out) + 12, columns) << "room is used";
    }
  }
}

TEST(KwicText, AnyNumberOfLinesComesOut) {
  std::vector<Occurrence> many(1'234, occurrence(1, "left ", "match", " right"));
  const auto out = written(morgue::render::kwic_text({}, {10, 0}), many);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1'234);
}

TEST(KwicData, CsvQuotesAndNeutralises) {
  Occurrence odd = occurrence(7, "he said, \"the ", "ferry", "\" ran");
  odd.source = "=cmd()";
  odd.published.reset();
  EXPECT_EQ(written(morgue::render::kwic_csv(','), {occurrence(3, "the ", "ferry", " ran"), odd}),
            "id,date,source,headline,left,match,right\n"
            "3,2024-03-05,Daily Harbour,Late again,the ,ferry, ran\n"
            "7,,'=cmd(),Late again,\"he said, \"\"the \",ferry,\"\"\" ran\"\n");
  EXPECT_EQ(written(morgue::render::kwic_csv('\t'), {}), "id\tdate\tsource\theadline\tleft\tmatch\tright\n");
}

TEST(KwicData, JsonIsAnArrayOfObjects) {
  Occurrence bare = occurrence(7, "", "ferry", "");
  bare.source = bare.headline = "";
  bare.published.reset();
  const std::string first =
      R"({"id":3,"date":"2024-03-05","source":"Daily Harbour","headline":"Late again","left":"the ","match":"ferry",)"
      R"("right":" ran"})";
  const std::string second =
      R"({"id":7,"date":null,"source":null,"headline":null,"left":"","match":"ferry","right":""})";
  const std::vector<Occurrence> both = {occurrence(3, "the ", "ferry", " ran"), bare};
  EXPECT_EQ(written(morgue::render::kwic_json(), both), "[" + first + ",\n" + second + "]\n");
  EXPECT_EQ(written(morgue::render::kwic_jsonl(), both), first + "\n" + second + "\n");
  EXPECT_EQ(written(morgue::render::kwic_json(), {}), "[]\n");
  EXPECT_EQ(written(morgue::render::kwic_jsonl(), {}), "");
}

}  // namespace
