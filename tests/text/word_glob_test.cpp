// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_glob.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "text/analyser.h"
#include "text/utf8.h"

namespace {

using morgue::text::Analyser;
using morgue::text::WordGlob;

struct Case {
  std::string_view pattern;
  std::string_view text;  ///< one word, put through the Analyser
  bool matches;
};

constexpr auto kCases = std::to_array<Case>({
    {"negotiat*", "negotiations", true},
    {"negotiat*", "Negotiat", true},
    {"negotiat*", "renegotiate", false},
    {"wom?n", "women", true},
    {"wom?n", "womn", false},
    {"wom?n", "wommen", false},
    {"wom?n", "womens", false},
    {"wom?n's", "woman's", true},
    {"*schutz", "Naturschutz", true},
    {"*schutz", "Schutz", true},
    {"*schutz", "Schutzes", false},
    {"*schutz*", "Datenschutzbeauftragter", true},
    {"a*b*c", "abbbcbc", true},
    {"a*b*c", "acb", false},
    {"Zürich*", "ZÜRICHS", true},
    {"Zürich*", "zurich", true},
    {"Zu\u0308rich*", "zürichs", true},
    {"zurich*", "Zu\u0308rich", true},
    {"Stra*e", "Straße", true},
    {"straß*", "Strassen", true},
    {"?ber", "über", true},
    {"?\u0308ber", "über", true},
    {"İstanb*", "istanbul", true},
    {"ırma?", "Irmak", true},
    {"Молод?", "молодё", true},
    {"Модел*", "МОДЕЛЬ", true},
    {"ΟΔΟ*", "οδος", true},
    {"*οδοσ", "ΟΔΟΣ", true},
    {"كتا*", "كِتاب", true},
    {"O’Br*", "O'Brien", true},
    {"o'br*", "O’Brien", true},
    {"AT&?", "AT&T", true},
    {"1,000.*", "1,000.5", true},
    {"9/1?", "9/11", true},
    {"193?-45", "1939-45", true},
    {"U.S.S*", "U.S.S.R.", true},
    {"col·l*", "col·legi", true},
    {"soft\u00ADhy*", "softhyphen", true},
    {"北*", "北京", true},
    {"?京", "北京", true},
    {"?", "北京", false},
    {"a!*", "a", false},
    {"a *", "a", false},
});

TEST(WordGlob, FoldsItsFixedSignsAsTheAnalyserFoldsWords) {
  Analyser analyser;
  for (const auto& c : kCases) {
    const auto& tokens = analyser.analyse(c.text);
    ASSERT_FALSE(tokens.empty()) << c.text;
    // Of a compound, the form of the whole.
    const auto& token =
        tokens.size() > 1 && tokens[1].kind == morgue::text::TokenKind::Compound ? tokens[1] : tokens[0];
    EXPECT_EQ(WordGlob(c.pattern).matches(token.term), c.matches) << c.pattern << " and " << token.term;
  }
}

TEST(WordGlob, TellsWhatEveryTermBeginsWith) {
  EXPECT_EQ(WordGlob("Zürich*").fixed_prefix(), "zurich");
  EXPECT_EQ(WordGlob("wom?n").fixed_prefix(), "wom");
  EXPECT_EQ(WordGlob("*schutz").fixed_prefix(), "");
  EXPECT_EQ(WordGlob("straß*").fixed_prefix(), "strass");
  EXPECT_EQ(WordGlob("plain").fixed_prefix(), "plain");
}

TEST(WordGlob, EmptyAndInvalid) {
  EXPECT_TRUE(WordGlob("").matches(""));
  EXPECT_FALSE(WordGlob("").matches("a"));
  EXPECT_TRUE(WordGlob("***").matches(""));
  EXPECT_TRUE(WordGlob("**").matches("anything"));
  EXPECT_FALSE(WordGlob("?").matches(""));
  EXPECT_FALSE(WordGlob("\xFF\xFE").matches("ab"));
  EXPECT_FALSE(WordGlob("a\xFF").matches("abc"));
  EXPECT_FALSE(WordGlob("*a").matches("\xE4\xB8"));
}

TEST(WordGlob, TakesNoExponentialTime) {
  std::string pattern;
  for (int i = 0; i < 2'000; ++i) pattern += "a*";
  EXPECT_FALSE(WordGlob(pattern + "b").matches(std::string(20'000, 'a')));
}

bool naive(std::u32string_view pattern, std::u32string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == U'*') {
    return naive(pattern.substr(1), text) || (!text.empty() && naive(pattern, text.substr(1)));
  }
  return !text.empty() && (pattern[0] == U'?' || pattern[0] == text[0]) && naive(pattern.substr(1), text.substr(1));
}

TEST(WordGlob, AgreesWithTheDefinition) {
  std::mt19937 random(20'250'701);
  constexpr std::u32string_view kSigns = U"abж北*?";
  const auto make = [&](std::size_t most, std::size_t signs) {
    std::u32string made(random() % (most + 1), U' ');
    for (char32_t& sign : made) sign = kSigns[random() % signs];
    return made;
  };
  const auto utf8 = [](std::u32string_view text) {
    std::string out;
    for (const char32_t sign : text) morgue::text::append_utf8(out, sign);
    return out;
  };
  int matching = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto pattern = make(6, kSigns.size());
    const auto text = make(7, 4);
    const bool expected = naive(pattern, text);
    matching += expected ? 1 : 0;
    ASSERT_EQ(WordGlob(utf8(pattern)).matches(utf8(text)), expected) << utf8(pattern) << " and " << utf8(text);
  }
  EXPECT_GT(matching, 1'000);
}

}  // namespace
