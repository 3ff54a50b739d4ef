// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/anpa_slug.h"
#include "tests/formats/wire_fields.h"

namespace morgue::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// A message with its frame; `text` in place of what editors write.
std::string message(const std::string& text, const std::string& trailer = "HNS-WF-03-09-98 1705GMT<",
                    const std::string& codes = "s") {
  return "\x16\x16\x01W0042\x1Fharbour\nr " + codes + "\x13\x11 BC-XX--Harbour-Fire   03-09 0120\n\x02" + text +
         "\n\t   \x03" + trailer + "\n\n\x0C\n\x04";
}

TEST(Anpa, StoryOfAWire) {
  const auto values =
      test::only_record(Format::Anpa1312, message("^BC-XX--Harbour-Fire, 1st Ld-Writethru,120<\n"
                                                  "^Quay burns for a second night<\n"
                                                  "^HNS Photo QX101, QX102<\n"
                                                  "^Eds: Updates with quotes.<\n"
                                                  "^By ADA QUILL and BEN INKWELL=\n"
                                                  "^Harbour News Service=\n"
                                                  "\t   PORTMOUTH (HNS) _ The quay burned again _ twice.\n"
                                                  "and nobody slept.\n \n"
                                                  "\t   ``We watched,'' said a docker.\n"
                                                  "\t   ___\n"));
  EXPECT_EQ(values.at("headline"), "Quay burns for a second night");
  EXPECT_EQ(values.at("authors"), "By ADA QUILL and BEN INKWELL");
  EXPECT_EQ(
      values.at("body"),
      "PORTMOUTH (HNS) \u2014 The quay burned again \u2014 twice. and nobody slept. | \"We watched,\" said a docker.");
  EXPECT_EQ(values.at("published"), "1998-03-09T17:05:00Z");
  EXPECT_EQ(values.at("source"), "HNS");
  EXPECT_EQ(values.at("section"), "Sports");
  EXPECT_EQ(values.at("topics"), "Harbour-Fire");
  EXPECT_EQ(values.at("key"), "Harbour-Fire 1998-03-09");
}

TEST(Anpa, TablesKeepTheirRowsAndHeads) {
  const auto values = test::only_record(Format::Anpa1312, message("^BC-Regatta Table<\n"
                                                                  "^Regatta Table=\n"
                                                                  "^All times local=\n"
                                                                  "^By The Harbour News Service=\n"
                                                                  "^NORTH BAY=\n"
                                                                  "\x08^\x1F\x1E W\x1E \x1E L\x1E \x1E B\n"
                                                                  "\x08Gull\x10 Rock\x1F\x1E 12\x1E \x1E 3\x1E \x1E _\n"
                                                                  "\x08Tern\x1F\x1E 10\x1E \x1E 5\x1E \x1E 2{\n"));
  EXPECT_EQ(values.at("headline"), "Regatta Table");
  EXPECT_EQ(values.at("authors"), "By The Harbour News Service");
  EXPECT_EQ(values.at("body"), "All times local | NORTH BAY | W L B | Gull Rock 12 3 \u2013 | Tern 10 5 2\u00BD");
}

TEST(Anpa, WithoutAHeadlineTheSlugIsOne) {
  const auto values =
      test::only_record(Format::Anpa1312, message("^BC-WEA--Tide Times,<\n\t   High water at six.<\n^END<\n"));
  EXPECT_EQ(values.at("headline"), "Tide Times");
  EXPECT_EQ(values.at("body"), "High water at six.");
}

TEST(Anpa, SecondHeadlineIsASummary) {
  const auto values =
      test::only_record(Format::Anpa1312, message("^BC-Tide,10<\n^Short<\n^Longer and better<\n\t   Text.\n"));
  EXPECT_EQ(values.at("headline"), "Short");
  EXPECT_EQ(values.at("summary"), "Longer and better");
}

TEST(Anpa, LatinLetters) {
  EXPECT_EQ(test::only_record(Format::Anpa1312, message("^BC-Tide<\n\t   Se\xF1or L\xF3pez sails.\n")).at("body"),
            "Se\u00F1or L\u00F3pez sails.");
}

TEST(Anpa, TimesAndTheirAbsence) {
  const struct {
    const char* trailer;
    const char* published;
  } cases[] = {{"HNS-WF-12-31-99 2359GMT<", "1999-12-31T23:59:00Z"},
               {"HNS-NY-01-02-05 0001EST<", "2005-01-02T00:01:00"},
               {"03-04-61 0607UTC", "1961-03-04T06:07:00Z"},
               {"HNS-WF-no time", ""},
               {"", ""},
               {"12-31-99 23", ""}};
  for (const auto& [trailer, published] : cases) {
    const auto values = test::only_record(Format::Anpa1312, message("^BC-Tide<\n\t   Text.\n", trailer));
    const auto found = values.find("published");
    EXPECT_EQ(found == values.end() ? "" : found->second, published) << trailer;
    EXPECT_EQ(values.contains("key"), found != values.end()) << "only the day makes a slug unique";
  }
}

TEST(Anpa, SlugsNameStoriesAndTheirParts) {
  const struct {
    const char* line;
    const char* keyword;
    const char* part;
  } cases[] = {{"BC-XX--Harbour-Fire, 2nd Ld-Writethru,480", "Harbour-Fire", ""},
               {"BC-XX--Harbour-Fire, 2nd Ld,480", "Harbour-Fire", "2nd Ld"},
               {"AM-Tide", "Tide", ""},
               {"Tide-Take 2, Take 2, Adds,10", "Tide-Take 2", "Take 2, Adds"},
               {"BC-A very long slug -- with dashes,1", "A very long slug -- with dashes", ""},
               {"", "", ""},
               {",,,", "", ""}};
  for (const auto& [line, keyword, part] : cases) {
    const AnpaSlug slug = parse_anpa_slug(line);
    EXPECT_EQ(slug.keyword, keyword) << line;
    EXPECT_EQ(slug.part, part) << line;
  }
}

TEST(Anpa, SeveralMessagesAndWhatStandsBetween) {
  const std::string one = message("^BC-Tide<\n\t   Text.\n");
  const auto read = test::read_all(Format::Anpa1312, one + "\r\n" + one + "scraps\n" + one);
  ASSERT_THAT(read, SizeIs(4));
  EXPECT_THAT(read[0], testing::StartsWith("1@2 headline=Tide"));
  EXPECT_THAT(read[1], testing::StartsWith("2@"));
  EXPECT_THAT(read[2], HasSubstr("! there is text outside of any message"));
  EXPECT_THAT(read[3], testing::StartsWith("4@"));
}

TEST(Anpa, DamagedMessages) {
  EXPECT_THAT(test::read_all(Format::Anpa1312, "\x01W0001\x1Fx\nno text\x04"),
              ElementsAre("1@0! the message has no text"));
  EXPECT_THAT(test::read_all(Format::Anpa1312, "\x01W0001\x1Fx\nr s\n\x02^BC-Tide<\n\t   Cut off"),
              ElementsAre(testing::AllOf(HasSubstr("body=Cut off"), HasSubstr("headline=Tide"))));
  ReaderLimits limits;
  limits.record_bytes = 100;
  const std::string long_one = message("^BC-Tide<\n\t   " + std::string(500, 'x') + "\n");
  EXPECT_THAT(test::read_all(Format::Anpa1312, long_one + message("^BC-Tide<\n"), "", limits),
              ElementsAre("1@2! the message is larger than the limit of 100 bytes", testing::_))
      << "the next one is read";
}

TEST(Anpa, DetectedByItsFrame) {
  EXPECT_EQ(detect(message("^BC-Tide<\n"), "feed.dat"), Format::Anpa1312);
  EXPECT_EQ(detect("\r\n" + message("x"), "x"), Format::Anpa1312);
  EXPECT_NE(detect("\x01W0001 no separator\n\x02text", "x"), Format::Anpa1312);
  EXPECT_NE(detect("W0001\x1Fno frame\n\x02text", "x"), Format::Anpa1312);
}

}  // namespace
}  // namespace morgue::formats
