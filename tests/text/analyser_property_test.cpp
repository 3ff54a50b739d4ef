// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold for every text, tried on made-up ones.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "text/analyser.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace {

using morgue::text::Analyser;
using morgue::text::Token;
using morgue::text::TokenKind;

constexpr std::uint32_t kSeed = 20'250'624;
constexpr int kTexts = 3000;

/// Pieces that meet every rule, composed where there is a choice.
constexpr auto kPieces = std::to_array<std::string_view>(
    {"é",  "ü",  "ộ",  "ǘ",      "Å",      "ñ",      "ё",      "й",      "ѓ",  "한", "국",  "가", "が", "パ", "ヅ",
     "習", "近", "a",  "b",      "l",      "s",      "U",      "I",      "d",  "qu", "1",   "9",  "0",  " ",  "\n",
     ".",  ",",  "-",  "/",      "'",      "’",      "&",      "·",      "\"", "ש",  "ל",   "ت",  "أ",  "ُ",   "क",
     "ो",  "ไ",  "ท",  "\u00AD", "\u200B", "—",      "Σ",      "ς",      "ß",  "İ",  "ı",   "ﬁ",  "Ａ", "９", "½",
     "²",  "₂",  "。", "🙂",   "ø",      "\u0301", "\u0323", "\u3099", "ʼ",  "ĺ",  "l·l", "ـ",  "क़",  "ﾊ",  "ﾟ"});

std::string random_text(std::mt19937& random) {
  std::string text;
  const int length = std::uniform_int_distribution<int>(0, 40)(random);
  for (int i = 0; i < length; ++i) {
    text += kPieces[std::uniform_int_distribution<std::size_t>(0, kPieces.size() - 1)(random)];
  }
  return text;
}

std::string random_bytes(std::mt19937& random) {
  std::string bytes(std::uniform_int_distribution<std::size_t>(0, 120)(random), '\0');
  for (char& byte : bytes) byte = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
  return bytes;
}

/// NFD of the few letters above, by hand, so as not to trust the code under test.
std::string decompose(std::string_view text) {
  struct Pair {
    std::string_view composed, decomposed;
  };
  constexpr auto kPairs = std::to_array<Pair>({{"é", "e\u0301"},
                                               {"ü", "u\u0308"},
                                               {"ộ", "o\u0323\u0302"},
                                               {"ǘ", "u\u0308\u0301"},
                                               {"Å", "A\u030A"},
                                               {"ñ", "n\u0303"},
                                               {"ё", "е\u0308"},
                                               {"й", "и\u0306"},
                                               {"ѓ", "г\u0301"},
                                               {"한", "\u1112\u1161\u11AB"},
                                               {"국", "\u1100\u116E\u11A8"},
                                               {"가", "\u1100\u1161"},
                                               {"が", "か\u3099"},
                                               {"パ", "ハ\u309A"},
                                               {"ヅ", "ツ\u3099"},
                                               {"أ", "ا\u0654"},
                                               {"ĺ", "l\u0301"},
                                               {"İ", "I\u0307"}});
  std::string out;
  while (!text.empty()) {
    bool replaced = false;
    for (const auto& [composed, decomposed] : kPairs) {
      if (!text.starts_with(composed)) continue;
      out += decomposed;
      text.remove_prefix(composed.size());
      replaced = true;
      break;
    }
    if (replaced) continue;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

struct Word {
  std::string term, exact;
  std::uint32_t position;
  TokenKind kind;
  bool operator==(const Word&) const = default;
};

void PrintTo(const Word& word, std::ostream* out) {
  *out << word.position << ':' << word.term << '(' << word.exact << ')';
}

std::vector<Word> words(Analyser& analyser, std::string_view text) {
  std::vector<Word> result;
  for (const auto& t : analyser.analyse(text)) {
    result.push_back({std::string(t.term), std::string(t.exact), t.position, t.kind});
  }
  return result;
}

void expect_sound(const std::vector<Token>& tokens, std::string_view text) {
  const auto is_edge = [text](std::size_t pos) {
    return pos == text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80;
  };
  std::uint32_t next = 0;
  std::size_t last_begin = 0;
  for (const auto& token : tokens) {
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, text.size());
    ASSERT_TRUE(is_edge(token.begin) && is_edge(token.end));
    ASSERT_GE(token.begin, last_begin);
    last_begin = token.begin;
    ASSERT_EQ(token.position, token.kind == TokenKind::Compound ? next - 1 : next);
    if (token.kind != TokenKind::Compound) ++next;
    ASSERT_FALSE(token.term.empty());
    ASSERT_FALSE(token.exact.empty());
    ASSERT_LE(token.term.size(), 200U);
    ASSERT_LE(token.exact.size(), 200U);
    ASSERT_TRUE(morgue::text::is_valid_utf8(token.term));
    ASSERT_TRUE(morgue::text::is_valid_utf8(token.exact));
    ASSERT_EQ(token.term.find(' '), std::string_view::npos);
  }
}

TEST(AnalyserProperty, ComposedAndDecomposedTextsGiveTheSameTerms) {
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random_text(random);
    const auto expected = words(analyser, text);
    EXPECT_EQ(words(analyser, decompose(text)), expected) << text;
    EXPECT_EQ(words(analyser, morgue::text::nfc(text)), expected) << text;
  }
}

// A soft hyphen means nothing, and takes a word of plain letters from the short way through the Analyser to the long
// one.
TEST(AnalyserProperty, PlainWordsAreWordsLikeAnyOther) {
  constexpr auto kAscii = std::to_array<std::string_view>(
      {"a",  "U",  "S", "No", "Ph", "the", "President", "don", "l", "AT", "re", "elected", "9", "11", "3", " ",     " ",
       "\n", "\t", ".", ".",  ",",  "'",   "'s",        "`",   "-", "/",  "&",  "\"",      "_", "(",  ":", "\u0301"});
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<std::size_t> piece(0, kAscii.size() - 1);
  Analyser analyser;
  for (int i = 0; i < kTexts; ++i) {
    std::string plain;
    std::string hyphenated;
    for (int pieces = 0; pieces < 12; ++pieces) {
      const std::string_view next = kAscii[piece(random)];
      plain += next;
      for (const char c : next) {
        hyphenated += c;
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') hyphenated += "\u00AD";
      }
    }
    EXPECT_EQ(words(analyser, plain), words(analyser, hyphenated)) << plain;
  }
  const std::string long_word(300, 'x');
  EXPECT_EQ(words(analyser, long_word + " end"), words(analyser, long_word + "\u00AD end"));
}

TEST(AnalyserProperty, TokensOfAnyTextAreSound) {
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random_text(random);
    expect_sound(analyser.analyse(text), text);
    if (HasFatalFailure()) FAIL() << text;
  }
}

TEST(AnalyserProperty, TokensOfRepairedBytesAreSound) {
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = morgue::text::repair_utf8(random_bytes(random));
    ASSERT_TRUE(morgue::text::is_valid_utf8(text));
    expect_sound(analyser.analyse(text), text);
    if (HasFatalFailure()) FAIL() << text;
  }
}

TEST(AnalyserProperty, RawBytesDoNoHarm) {
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int i = 0; i < kTexts; ++i) {
    const std::string bytes = random_bytes(random);
    for (const auto& token : analyser.analyse(bytes)) ASSERT_LE(token.end, bytes.size());
  }
}

/// What is typed in a query finds itself: a term analysed again is the same term.
TEST(AnalyserProperty, CaseDoesNotMatter) {
  Analyser analyser;
  EXPECT_EQ(words(analyser, "THE U.S. ÉTAT’S ΌΛΟΣ ЁЛКА COVID-19 ＡＢ"),
            words(analyser, "the u.s. état’s όλος ёлка covid-19 ａｂ"));
}

TEST(AnalyserProperty, SurroundingsDoNotMatter) {
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random_text(random);
    const auto alone = words(analyser, text);
    auto inside = words(analyser, "before (" + text + ") after");
    ASSERT_EQ(inside.size(), alone.size() + 2) << text;
    inside.erase(inside.begin());
    inside.pop_back();
    for (auto& word : inside) --word.position;
    EXPECT_EQ(inside, alone) << text;
  }
}

TEST(AnalyserProperty, HostileTextsTakeLinearTime) {
  Analyser analyser;
  const auto repeat = [](std::string_view piece) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    return text;
  };
  for (const std::string_view piece : {"a", "\u0301", "a\u0301", "ab.", "a.", "a&", "a-", "l'", "\u200B", "か\u3099",
                                       "a\u00AD.", "'", "1,", "ש\"", "l·", "क्"}) {
    const std::string text = repeat(piece);
    EXPECT_GE(analyser.count_words(text), 0);
    EXPECT_GE(analyser.count_words("a" + text), 1);
  }
}

TEST(AnalyserProperty, PortionsAreTheWholeWhateverItsSize) {
  Analyser analyser;
  const auto kept = [](const std::vector<Token>& tokens, std::vector<std::string>& all) {
    for (const Token& token : tokens) {
      all.push_back(std::string(token.term) + "/" + std::string(token.exact) + "/" + std::to_string(token.position) +
                    "/" + std::to_string(token.begin) + "-" + std::to_string(token.end));
    }
  };
  for (const std::string_view piece : {"quay ", "a-", "covid-19 ", "港口", "9/11 Café l'été ", "x-y-z-"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    std::vector<std::string> whole;
    kept(analyser.analyse(text), whole);
    std::vector<std::string> joined;
    std::size_t portions = 0;
    analyser.analyse(text, [&](const std::vector<Token>& tokens) {
      ++portions;
      EXPECT_LT(tokens.size(), 20'000U);
      kept(tokens, joined);
    });
    EXPECT_GT(portions, 1U) << piece;
    EXPECT_TRUE(joined == whole) << piece;
    EXPECT_EQ(analyser.count_words(text),
              std::stoll(whole.back().substr(whole.back().find_last_of('/', whole.back().rfind('/') - 1) + 1)) + 1)
        << piece;
  }
}

}  // namespace
