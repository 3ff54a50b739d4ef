// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/normalise.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using morgue::text::clean_body;
using morgue::text::clean_note;
using morgue::text::clean_line;
using morgue::text::fold_value;
using morgue::text::nfc;

TEST(Normalise, ComposesLetters) {
  EXPECT_EQ(nfc("Mu\u0308ller"), "Müller");
  EXPECT_EQ(nfc("„Müller“ 東京"), "„Müller“ 東京");
  EXPECT_EQ(nfc("\u1112\u1161\u11AB"), "한");
  EXPECT_EQ(nfc(""), "");
}

TEST(Normalise, CleansLines) {
  struct Case {
    std::string_view dirty, clean;
  };
  for (const auto& [dirty, clean] : {Case{"  Two\r\n lines\t and\u00A0more  ", "Two lines and more"},
                                     Case{"\uFEFFgov\u00ADern\u200Bment", "government"},
                                     Case{"a\x03"
                                          "b\x1F",
                                          "ab"},
                                     Case{"全角\u3000空白", "全角 空白"}, Case{"e\u200B\u0301t\u00E9", "été"},
                                     Case{"می\u200Cخواهم", "می\u200Cخواهم"}, Case{"re\u200Dport", "report"},
                                     Case{"\u202Eevil\u202C", "evil"}, Case{" \n\t ", ""}}) {
    EXPECT_EQ(clean_line(dirty), clean) << dirty;
  }
}

TEST(Normalise, FoldsValuesForComparison) {
  EXPECT_EQ(fold_value("  Antonín   DVOŘÁK "), "antonin dvorak");
  EXPECT_EQ(fold_value("Antoni\u0301n Dvor\u030Ca\u0301k"), fold_value("Antonín Dvořák"));
  EXPECT_EQ(fold_value("O’Neill"), fold_value("O'NEILL"));
  EXPECT_EQ(fold_value("(U.S.) trade: EU/US"), "(u.s.) trade: eu/us");
  EXPECT_EQ(fold_value("眾新聞 記者"), "眾新聞 記者");
  EXPECT_EQ(fold_value("Straße"), "strasse");
}

TEST(Body, SeparatesParagraphsByOneBlankLine) {
  EXPECT_EQ(clean_body("One.\n\n\n\nTwo.\n\n"), "One.\n\nTwo.");
  EXPECT_EQ(clean_body("One.\r\n\r\nTwo.\r\n"), "One.\n\nTwo.");
  EXPECT_EQ(clean_body("One.\rTwo.\u0085Three.\u2028Four.\u2029Five."), "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.");
  EXPECT_EQ(clean_body(" \n\t\n "), "");
  EXPECT_EQ(clean_body("One \x03\n &"), "One\n\n&");
}

TEST(Body, EachLongLineIsAParagraph) {
  const std::string first(300, 'a');
  const std::string second(240, 'b');
  EXPECT_EQ(clean_body(first + "\n" + second), first + "\n\n" + second);
}

TEST(Body, ShortLinesThatEndSentencesAreParagraphs) {
  EXPECT_EQ(
      clean_body("The council voted for the new bridge on Monday.\nThe opposition walked out.\nWork starts soon."),
      "The council voted for the new bridge on Monday.\n\nThe opposition walked out.\n\nWork starts soon.");
  EXPECT_EQ(clean_body("Results:\nReds 2, Blues 1\nGreens 0, Whites 0"),
            "Results:\n\nReds 2, Blues 1\n\nGreens 0, Whites 0");
}

TEST(Body, JoinsHardWrappedParagraphsMarkedByIndentation) {
  EXPECT_EQ(clean_body("The harbour authority said its\n"
                       "board had approved plans for a second container terminal that\n"
                       "would open within three years, at a cost of 90 mln dlrs.\n"
                       "    It said tenders for the dredging would be invited before the\n"
                       "end of the quarter.\n"
                       "    Shr 34 cts vs 1.19 dlrs\n"
                       "    Net 807,000 vs 2,858,000\n"
                       " WIRE\n"),
            "The harbour authority said its board had approved plans for a second container terminal that would open "
            "within three years, at a cost of 90 mln dlrs.\n\n"
            "It said tenders for the dredging would be invited before the end of the quarter.\n\n"
            "Shr 34 cts vs 1.19 dlrs\n\nNet 807,000 vs 2,858,000\n\nWIRE");
}

TEST(Body, JoinsHardWrappedParagraphsMarkedByBlankLinesOrShortLastLines) {
  EXPECT_EQ(clean_body("A ferry ran aground off the island on Saturday with more than\n"
                       "two hundred people on board, none of whom was hurt.\n"
                       "\n"
                       "The captain said that he had followed the marked channel, and a\n"
                       "long-\n"
                       "standing dispute over the buoys went on.\n"
                       "A tug from the mainland is expected to reach the ship by Sunday\n"
                       "evening."),
            "A ferry ran aground off the island on Saturday with more than two hundred people on board, none of whom "
            "was hurt.\n\n"
            "The captain said that he had followed the marked channel, and a long-standing dispute over the buoys went "
            "on.\n\n"
            "A tug from the mainland is expected to reach the ship by Sunday evening.");
}

TEST(Note, KeepsItsLinesAndNothingThatSteers) {
  EXPECT_EQ(clean_note("  one \t two\r\nthree\n\n\n\nfour\x1b[1m\n\n"), "one two\nthree\n\nfour[1m");
  EXPECT_EQ(clean_note("a\nb"), "a\nb") << "lines are not joined";
  EXPECT_EQ(clean_note(" \n\n "), "");
  EXPECT_EQ(clean_note(""), "");
  EXPECT_EQ(clean_note("e\xCC\x81"), "\xC3\xA9");
}

TEST(Body, TablesKeepTheirLines) {
  EXPECT_EQ(clean_body("Stocks of copper fell again in the week to Friday, the exchange\n"
                       "said, while those of tin were little changed at all warehouses:\n"
                       "Copper............. 12,400 down 300\n"
                       "Tin................ 25,120 up    15\n"),
            "Stocks of copper fell again in the week to Friday, the exchange said, while those of tin were little "
            "changed at all warehouses:\n\nCopper............. 12,400 down 300\n\nTin................ 25,120 up    15");
}

TEST(Body, CjkLinesJoinWithoutBlank) {
  const std::string line = "市議會昨日通過新的預算案，並決定明年起提高公共交通的補助，";
  EXPECT_EQ(clean_body(line + "\n" + line + "\n" + "以減輕家庭的負擔。"), line + line + "以減輕家庭的負擔。");
}

TEST(Body, IsStable) {
  for (const std::string_view text : {"One line.\nAnother line.", "A\n\n  B\n C", "x"}) {
    const std::string once = clean_body(text);
    EXPECT_EQ(clean_body(once), once);
  }
}

TEST(CleanAgain, KeepsBlanksAndLines) {
  EXPECT_EQ(morgue::text::clean_again("One  line\nand\u00A0one.\n\nTwo."), "One  line\nand\u00A0one.\n\nTwo.");
  EXPECT_EQ(morgue::text::clean_again("a\x1b[31m\tb\r\u200Bc\u2028e\u0301"), "a[31m b\nc\n\u00E9");
}

}  // namespace
