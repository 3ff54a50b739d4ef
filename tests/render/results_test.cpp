// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/results.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/width.h"
#include "tests/render/sample.h"

namespace morgue::render {
namespace {

constexpr TextStyle kPlain{false, false, 80};
constexpr TextStyle kColour{true, false, 80};

Results one_hit() {
  Results results;
  results.query = "\"end strike\"";
  results.total = 826;
  results.offset = 10;
  results.took_ms = 3.14159;
  results.relevance = true;
  results.hits.push_back({test::full_article(),
                          7.20004,
                          {"Dockers vote to end strike", {{16, 26}}},
                          Snippet{"… they voted to end strike action …", {{18, 28}}}});
  return results;
}

TEST(ResultsJson, IsTheEnvelopeOfTheContract) {
  EXPECT_EQ(results_json(one_hit(), {{"id", "published"}, false}),
            R"({"format_version":1,"query":"\"end strike\"","total":826,"offset":10,"took_ms":3.142,)"
            R"("hits":[{"id":12,"published":"1926-05-12T14:05:00+01:00"}]})"
            "\n");
}

TEST(ResultsJson, HasNoHits) {
  EXPECT_EQ(results_json({}, {}), R"({"format_version":1,"query":"","total":0,"offset":0,"took_ms":0,"hits":[]})"
                                  "\n");
  EXPECT_EQ(results_jsonl({}, {}), "");
  EXPECT_EQ(results_ids({}), "");
  EXPECT_EQ(results_text({}, kPlain), "");
}

TEST(ResultsJson, HitsEndInScoreAndSnippet) {
  const std::string line = results_jsonl(one_hit(), {});
  EXPECT_TRUE(line.starts_with(R"({"id":12,"key":"harbour/771","headline":"Dockers vote to end strike",)")) << line;
  EXPECT_TRUE(
      line.ends_with(R"("revision":2,"cluster":5,"score":7.2,"snippet":"… they voted to <<end strike>> action …"})"
                     "\n"))
      << line;
  EXPECT_EQ(line.find("\"body\""), std::string::npos);
}

TEST(ResultsJson, ScoreAndSnippetAreNullWhereTheyMeanNothing) {
  Results results = one_hit();
  results.relevance = false;
  results.hits[0].snippet.reset();
  EXPECT_EQ(results_jsonl(results, {{"score", "snippet"}, false}), "{\"score\":null,\"snippet\":null}\n");
}

TEST(ResultsJson, BodyStandsInItsPlaceOrAtTheEndOfChosenFields) {
  const std::string all = results_jsonl(one_hit(), {{}, true});
  EXPECT_NE(all.find(R"("summary":"The vote was close.","body":"The union)"), std::string::npos);
  EXPECT_EQ(results_jsonl(one_hit(), {{"words", "id"}, true}),
            "{\"words\":7,\"id\":12,\"body\":\"The union said \\\"yes\\\".\\n\\nWork resumes on Monday.\"}\n");
  EXPECT_EQ(results_jsonl(one_hit(), {{"id"}, false}), "{\"id\":12}\n");
}

TEST(Results, RefuseFieldsThatDoNotExist) {
  EXPECT_THROW(results_json(one_hit(), {{"autor"}, false}), Error);
  EXPECT_THROW(results_csv({}, {{""}, false}, ','), Error);
  EXPECT_EQ(field_names().front(), "id");
  EXPECT_EQ(field_names().back(), "user_note");
  EXPECT_EQ(field_names().size(), 29U);
}

TEST(ResultsJson, CountsFamiliesOnlyWhereTheyCollapse) {
  Results results = one_hit();
  results.hits[0].more = 4;
  EXPECT_EQ(results_jsonl(results, {}).find("\"more\""), std::string::npos);
  EXPECT_EQ(results_jsonl(results, {{"more"}, false}), "{\"more\":null}\n");
  results.collapse = true;
  results.groups = 611;
  EXPECT_TRUE(results_jsonl(results, {}).ends_with(",\"more\":4}\n"));
  EXPECT_EQ(results_csv(results, {{"id", "more"}, false}, ','), "id,more\n12,4\n");
  EXPECT_TRUE(
      results_json(results, {{"id"}, false})
          .starts_with(R"({"format_version":1,"query":"\"end strike\"","total":826,"groups":611,"offset":10,)"));
}

TEST(ResultsJson, HasTheExplanationAtItsEnd) {
  Results results;
  results.explanation = Explanation{"ferry", 3, std::nullopt, {{"ferries", 2}}, 1, {}};
  EXPECT_TRUE(results_json(results, {})
                  .ends_with(R"("hits":[],"explain":{"clause":"ferry","articles":3,"without":null,)"
                             R"("forms":[{"word":"ferries","articles":2}],"forms_total":1,"of":[]}})"
                             "\n"))
      << results_json(results, {});
}

TEST(ResultsCsv, QuotesJoinsAndDefusesCells) {
  Results results = one_hit();
  StoredArticle& a = results.hits[0].article;
  a.headline = "=HYPERLINK(\"http://evil.example\",\"x\")";
  a.authors = {"-1 Smith", "B"};
  a.section = "@home";
  a.source = "Plain, with comma";
  a.key = "+44";
  a.summary = "\tindent";
  a.language = "-";
  a.dateline = "＝1";
  EXPECT_EQ(results_csv(results,
                        {{"id", "headline", "authors", "section", "source", "key", "summary", "language", "words",
                          "cluster", "score", "topics", "dateline"},
                         false},
                        ','),
            "id,headline,authors,section,source,key,summary,language,words,cluster,score,topics,dateline\n"
            "12,\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",'-1 Smith; B,'@home,\"Plain, with comma\",'+44,"
            "'\tindent,'-,7,5,7.2,strike; unions,'＝1\n");
}

TEST(ResultsCsv, NumbersAreNotDefusedAndUnknownIsEmpty) {
  Results results = one_hit();
  results.hits[0].score = -1.5;
  results.hits[0].article.cluster.reset();
  results.hits[0].article.published.reset();
  EXPECT_EQ(results_csv(results, {{"score", "cluster", "published"}, false}, ','), "score,cluster,published\n-1.5,,\n");
}

TEST(ResultsCsv, LineEndsAreQuotedAndTsvKeepsItsCells) {
  Results results = one_hit();
  results.hits[0].article.headline = "tab\there, comma";
  EXPECT_EQ(results_csv(results, {{"headline", "body"}, false}, '\t'),
            "headline\tbody\n\"tab\there, comma\"\t\"The union said \"\"yes\"\".\n\nWork resumes on Monday.\"\n");
}

TEST(ResultsText, IsForReading) {
  EXPECT_EQ(results_text(one_hit(), kPlain),
            "11  Dockers vote to <<end strike>>\n"
            "    1926-05-12 14:05 · The Harbour Gazette · Ana Dvořák, Harbour Press · Labour\n"
            "    · [strike, unions] · id:12\n"
            "    … they voted to <<end strike>> action …\n");
}

TEST(ResultsText, AlignsRanksAndSeparatesHits) {
  Results results;
  results.offset = 98;
  for (const std::int64_t id : {7, 1234}) {
    ResultHit hit;
    hit.article.id = id;
    hit.headline.text = "Story";
    results.hits.push_back(hit);
  }
  results.hits[1].headline.text = "";
  EXPECT_EQ(results_text(results, kPlain),
            " 99  Story\n"
            "     undated · id:7\n"
            "\n"
            "100  (no headline)\n"
            "     undated · id:1234\n");
}

TEST(ResultsText, SaysHowManyMoreAreAlike) {
  Results results = one_hit();
  results.hits[0].more = 1204;
  EXPECT_TRUE(results_text(results, kPlain).ends_with(" action …\n    and 1,204 more like this\n"));
  EXPECT_TRUE(results_text(results, kColour).ends_with("    \x1b[2mand 1,204 more like this\x1b[0m\n"));
}

TEST(ResultsText, KeepsLinesShortInAWideWindow) {
  Results results = one_hit();
  results.hits[0].snippet->text.clear();
  results.hits[0].snippet->marks.clear();
  for (int i = 0; i < 60; ++i) results.hits[0].snippet->text += "seven b ";
  const std::string text = results_text(results, {false, false, 300});
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
    EXPECT_LE(column_width(std::string_view(text).substr(begin, text.find('\n', begin) - begin)), 104U);
  }
}

TEST(ResultsText, MarksHitsInBoldWhereThereIsColour) {
  EXPECT_EQ(results_text(one_hit(), kColour),
            "\x1b[2m11\x1b[0m  \x1b[1mDockers vote to \x1b[0m\x1b[1;4mend strike\x1b[0m\n"
            "    1926-05-12 14:05\x1b[2m · The Harbour Gazette · Ana Dvořák, Harbour Press · Labour\x1b[0m\n"
            "    \x1b[2m· [strike, unions] · \x1b[0mid:12\n"
            "    … they voted to \x1b[1mend strike\x1b[0m action …\n");
}

TEST(ResultsText, ClosesBoldAtLineEndsAndLinksEveryLine) {
  Results results = one_hit();
  results.hits[0].headline = {"aaaa bbbb cccc dddd eeee ffff", {{5, 24}}};
  results.hits[0].snippet.reset();
  const std::string text = results_text(results, {true, true, 24});
  EXPECT_TRUE(
      text.starts_with("\x1b[2m11\x1b[0m  \x1b]8;id=12;https://gazette.example/771\x1b\\\x1b[1maaaa \x1b[0m"
                       "\x1b[1;4mbbbb cccc dddd\x1b[0m\x1b]8;;\x1b\\\n"
                       "    \x1b]8;id=12;https://gazette.example/771\x1b\\\x1b[1;4meeee\x1b[0m"
                       "\x1b[1m ffff\x1b[0m\x1b]8;;\x1b\\\n"))
      << testing::PrintToString(text);
}

TEST(ResultsText, CutsLongListsAndHostileText) {
  Results results = one_hit();
  StoredArticle& a = results.hits[0].article;
  a.authors.assign(5, "A");
  a.topics.assign(9, "t");
  a.section = "";
  a.source = "\x1b[2JX\n";
  results.hits[0].headline = {"\x1b[31mRed\nalert", {{5, 8}}};
  const std::string text = results_text(results, kPlain);
  EXPECT_NE(text.find("11  [31m<<Red>> alert\n"), std::string::npos) << text;
  EXPECT_NE(text.find(" · [2JX  · A, A, A, +2 · [t, t, t, t, t, t, +3]"), std::string::npos) << text;
}

}  // namespace
}  // namespace morgue::render
