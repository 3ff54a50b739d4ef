// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using morgue::text::Analyser;
using morgue::text::Token;
using morgue::text::TokenKind;

/// Terms with a sign for what they are: plain words, #number, +compound, ~pair, ~~tail.
std::string terms(std::string_view text) {
  Analyser analyser;
  std::string out;
  for (const auto& token : analyser.analyse(text)) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case TokenKind::Word:
        break;
      case TokenKind::Number:
        out += '#';
        break;
      case TokenKind::Compound:
        out += '+';
        break;
      case TokenKind::Cjk:
        out += '~';
        break;
      case TokenKind::CjkTail:
        out += "~~";
        break;
    }
    out += token.term;
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view terms;
};

class AnalyserTerms : public testing::TestWithParam<Case> {};

TEST_P(AnalyserTerms, AreAsDocumented) {
  EXPECT_EQ(terms(GetParam().text), GetParam().terms);
}

INSTANTIATE_TEST_SUITE_P(
    Words, AnalyserTerms,
    testing::Values(Case{"", ""}, Case{" \n .,;!? ", ""}, Case{"Dock workers strike.", "dock workers strike"},
                    Case{"end.Next", "end next"}, Case{"foo_bar", "foo bar"}, Case{"#tag @name", "tag name"},
                    Case{"word—word word--word", "word word word word"}, Case{"4th B2B", "4th b2b"}));

INSTANTIATE_TEST_SUITE_P(
    Apostrophes, AnalyserTerms,
    testing::Values(Case{"the president's", "the president"}, Case{"the president’s", "the president"},
                    Case{"don't don’t donʼt don＇t", "don't don't don't don't"}, Case{"'quoted' ‘word’", "quoted word"},
                    Case{"workers' rights", "workers rights"}, Case{"O'Brien O’BRIEN", "o'brien o'brien"},
                    Case{"aujourd'hui rock'n'roll", "aujourd'hui rock'n'roll"}, Case{"1990's '90s", "1990 90s"},
                    Case{"п’ять п'ять", "п'ять п'ять"}));

TEST(Analyser, ThePossessiveIsKeptInTheExactFormOnly) {
  Analyser analyser;
  const auto& tokens = analyser.analyse("OPEC’s 's");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].term, "opec");
  EXPECT_EQ(tokens[0].exact, "opec's");
  EXPECT_EQ(tokens[0].end, std::string_view("OPEC’s").size());
  EXPECT_EQ(tokens[1].term, "s");
}

INSTANTIATE_TEST_SUITE_P(Elisions, AnalyserTerms,
                         testing::Values(Case{"l'état L’État", "l etat l etat"}, Case{"qu'il jusqu'à", "qu il jusqu a"},
                                         Case{"dell'arte un’altra", "dell arte un altra"}, Case{"l'homme", "l homme"},
                                         Case{"L'Oréal", "l oreal"}, Case{"d'avant-garde", "d avant +avantgarde garde"},
                                         Case{"Saint-Jean-d'Acre", "saint jean d acre"},
                                         Case{"D'Souza N'Djamena", "d'souza n'djamena"}));

INSTANTIATE_TEST_SUITE_P(Numbers, AnalyserTerms,
                         testing::Values(Case{"1,000.5", "#1,000.5"}, Case{"3.5%, 2017.", "#3.5 #2017"},
                                         Case{"$1.13bn", "1.13bn"}, Case{"26.02.1987", "#26.02.1987"},
                                         Case{"9, 10", "#9 #10"}, Case{"٢٠٢٠ １２", "#2020 #12"},
                                         Case{"15:01", "#15 #01"}, Case{"CO₂ km²", "co2 km"}, Case{"v1.2", "v1.2"},
                                         Case{"5. Mai", "#5 mai"}));

INSTANTIATE_TEST_SUITE_P(Compounds, AnalyserTerms,
                         testing::Values(Case{"covid-19", "covid +covid19 #19"}, Case{"Covid‑19", "covid +covid19 #19"},
                                         Case{"re-elected", "re +reelected elected"}, Case{"9/11", "#9 +9/11 #11"},
                                         Case{"1939-45 1939–45", "#1939 +1939-45 #45 #1939 +1939-45 #45"},
                                         Case{"7-3/4", "#7 +7-3/4 #3 #4"},
                                         Case{"state-of-the-art", "state +stateoftheart of the art"},
                                         Case{"km/h", "km +kmh h"}, Case{"a/b/c/d", "a b c d"},
                                         Case{"a-b-c-d-e-f-g-h-i", "a b c d e f g h i"}, Case{"word- and", "word and"},
                                         Case{"-5", "#5"}, Case{"http://example.com/x", "http example com +comx x"}));

INSTANTIATE_TEST_SUITE_P(Abbreviations, AnalyserTerms,
                         testing::Values(Case{"U.S. U.S u.s.", "us us us"}, Case{"U.S.-led", "us +usled led"},
                                         Case{"the U.S.'s", "the us"}, Case{"Ph.D. z.B. e.V.", "phd zb ev"},
                                         Case{"J.R.R.Tolkien J. Smith", "jrr tolkien j smith"},
                                         Case{"J.Smith x.ai it.I", "j smith x ai it i"}, Case{"т.е.", "те"},
                                         Case{"No.1", "no #1"}, Case{"AT&T R&D", "at&t r&d"},
                                         Case{"Johnson&Johnson A & B", "johnson johnson a b"}));

INSTANTIATE_TEST_SUITE_P(Folding, AnalyserTerms,
                         testing::Values(Case{"Dvořák Straße ÆRØ Łódź", "dvorak strasse aero lodz"},
                                         Case{"İstanbul ISI ısı", "istanbul isi isi"},
                                         Case{"ΣΕΙΣΜΌΣ σεισμός", "σεισμοσ σεισμοσ"},
                                         Case{"Ёлка Йод а́том", "елка йод атом"}, Case{"ＡＢＣ ﬁnance", "abc finance"},
                                         Case{"gov\u00ADern\u200Bment \uFEFFword", "government word"},
                                         Case{"العـــربيةُ שָׁלוֹם", "العربية שלום"}, Case{"צה\"ל צה״ל", "צהל צהל"},
                                         Case{"col·legi A·B", "collegi a b"}, Case{"हिन्दी", "हिन्दी"},
                                         Case{"Nguyễn Đức", "nguyen duc"}));

INSTANTIATE_TEST_SUITE_P(Cjk, AnalyserTerms,
                         testing::Values(Case{"習近平在。", "~習近 ~近平 ~平在 ~~在"}, Case{"年", "~~年"},
                                         Case{"2017年12月", "#2017 ~~年 #12 ~~月"},
                                         Case{"iPhone手機", "iphone ~手機 ~~機"},
                                         Case{"タワー・ﾊﾟﾘ", "~タワ ~ワー ~~ー ~パリ ~~リ"},
                                         Case{"한국어", "~한국 ~국어 ~~어"}, Case{"ไทย", "~ไท ~ทย ~~ย"},
                                         Case{"東\u200B京", "~東京 ~~京"}, Case{"covid-十九", "covid ~十九 ~~九"}));

TEST(Analyser, ExactKeepsDiacriticsOnly) {
  Analyser analyser;
  const auto exact = [&analyser](std::string_view text) { return std::string(analyser.analyse(text).front().exact); };
  EXPECT_EQ(exact("DVOŘÁK"), "dvořák");
  EXPECT_EQ(exact("Dvor\u030Ca\u0301k"), "dvořák");
  EXPECT_EQ(exact("Straße"), "straße");
  EXPECT_EQ(exact("ＡＢ"), "ab");
  EXPECT_EQ(exact("gov\u00ADern"), "govern");
  EXPECT_EQ(exact("don’t"), "don't");
  EXPECT_EQ(exact("plain"), "plain");
}

TEST(Analyser, CompoundsShareThePositionOfTheirFirstPart) {
  Analyser analyser;
  const auto& tokens = analyser.analyse("a covid-19 case");
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_EQ(tokens[1].position, 1U);
  EXPECT_EQ(tokens[2].kind, TokenKind::Compound);
  EXPECT_EQ(tokens[2].position, 1U);
  EXPECT_EQ(tokens[2].begin, 2U);
  EXPECT_EQ(tokens[2].end, 10U);
  EXPECT_EQ(tokens[3].position, 2U);
  EXPECT_EQ(tokens[4].position, 3U);
}

TEST(Analyser, SpansCoverTheWordAsWritten) {
  Analyser analyser;
  const std::string_view text = "(The U.S. sol\u00ADdiers’) 東京都";
  std::vector<std::string_view> spans;
  for (const auto& token : analyser.analyse(text)) spans.push_back(text.substr(token.begin, token.end - token.begin));
  EXPECT_EQ(spans, (std::vector<std::string_view>{"The", "U.S.", "sol\u00ADdiers", "東京", "京都", "都"}));
}

TEST(Analyser, TermsTooLongForTheIndexAreCutAndStayDifferent) {
  Analyser analyser;
  const std::string word(1000, 'a');
  const std::string first(analyser.analyse(word).front().term);
  const std::string second(analyser.analyse(word + "b").front().term);
  EXPECT_LE(first.size(), 200U);
  EXPECT_TRUE(first.starts_with(word.substr(0, 180)));
  EXPECT_NE(first, second);
  EXPECT_EQ(first, std::string(analyser.analyse(word).front().term));
  EXPECT_EQ(analyser.analyse(std::string(200, 'a')).front().term.size(), 200U);
}

TEST(Analyser, CountsWordsAsPeopleDo) {
  Analyser analyser;
  EXPECT_EQ(analyser.count_words(""), 0);
  EXPECT_EQ(analyser.count_words("Three plain words."), 3);
  EXPECT_EQ(analyser.count_words("covid-19 case"), 3);
  EXPECT_EQ(analyser.count_words("習近平在北京"), 6);
}

TEST(Analyser, CanBeMovedAndUsedAgain) {
  Analyser first;
  first.analyse("Łódź");
  Analyser second = std::move(first);
  EXPECT_EQ(second.analyse("Łódź").front().term, "lodz");
  EXPECT_EQ(second.analyse("").size(), 0U);
}

TEST(Analyser, HasAFingerprint) {
  EXPECT_FALSE(Analyser::fingerprint().empty());
  EXPECT_EQ(Analyser::fingerprint(), Analyser::fingerprint());
}

}  // namespace
