// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/edit_limit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace {

using morgue::text::distance_within;
using morgue::text::EditWalker;

/// Optimal string alignment, by the book.
std::size_t naive_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swap) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t sign : text) morgue::text::append_utf8(out, sign);
  return out;
}

std::u32string random_word(std::mt19937& random, std::size_t most) {
  constexpr std::u32string_view kSigns = U"abcж北\U0001F600";
  std::u32string word(random() % (most + 1), U' ');
  for (char32_t& sign : word) sign = kSigns[random() % kSigns.size()];
  return word;
}

TEST(EditLimit, KnownDistances) {
  EXPECT_EQ(distance_within("", "", 1), 0U);
  EXPECT_EQ(distance_within("zelensky", "zelenskyy", 1), 1U);
  EXPECT_EQ(distance_within("zelensky", "zelenksy", 1), 1U);
  EXPECT_EQ(distance_within("zelensky", "selenskyj", 1), std::nullopt);
  EXPECT_EQ(distance_within("zelensky", "selenskyj", 2), 2U);
  EXPECT_EQ(distance_within("ca", "abc", 2), std::nullopt) << "3 for optimal string alignment";
  EXPECT_EQ(distance_within("путин", "путн", 1), 1U) << "one letter, two bytes";
  EXPECT_EQ(distance_within("ab", "", 2), 2U);
  EXPECT_EQ(distance_within("same", "same", 0), 0U);
  EXPECT_EQ(distance_within("same", "sane", 0), std::nullopt);
  EXPECT_EQ(distance_within("one", "four", 9), std::nullopt) << "limits end at 2";
}

TEST(EditLimit, AgreesWithTheDefinition) {
  std::mt19937 random(20'250'702);
  int near = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto a = random_word(random, 7);
    const auto b = random_word(random, 7);
    const std::size_t limit = 1 + random() % 2;
    const std::size_t expected = naive_distance(a, b);
    const auto found = distance_within(utf8(a), utf8(b), limit);
    near += found ? 1 : 0;
    ASSERT_EQ(found, expected <= limit ? std::optional(expected) : std::nullopt) << utf8(a) << " and " << utf8(b);
  }
  EXPECT_GT(near, 500);
}

/// The shortest beginning of `term` that no word within the limit has: row minima of the full table.
std::size_t naive_dead_prefix(std::u32string_view word, std::u32string_view term, std::size_t limit) {
  for (std::size_t length = 1; length <= term.size(); ++length) {
    std::size_t least = term.size() + word.size();
    for (std::size_t j = 0; j <= word.size(); ++j) {
      least = std::min(least, naive_distance(term.substr(0, length), word.substr(0, j)));
    }
    if (least > limit) return utf8(term.substr(0, length)).size();
  }
  return 0;
}

TEST(EditWalker, TellsWhatCanBeSkipped) {
  std::mt19937 random(20'250'703);
  for (int round = 0; round < 200; ++round) {
    const auto word = random_word(random, 8);
    const std::size_t limit = 1 + random() % 2;
    std::vector<std::u32string> terms(50);
    for (auto& term : terms) term = random_word(random, 8);
    if (round % 2 == 0) std::sort(terms.begin(), terms.end());
    EditWalker walker(utf8(word), limit);
    for (const auto& term : terms) {
      const auto step = walker.feed(utf8(term));
      const std::size_t distance = naive_distance(word, term);
      ASSERT_EQ(step.distance, distance <= limit ? std::optional(distance) : std::nullopt);
      ASSERT_EQ(step.dead_prefix, naive_dead_prefix(word, term, limit)) << utf8(word) << " and " << utf8(term);
    }
  }
}

TEST(EditWalker, WalkWithSkipsFindsWhatAFullWalkFinds) {
  std::mt19937 random(20'250'704);
  std::vector<std::string> vocabulary(5'000);
  for (auto& term : vocabulary) term = utf8(random_word(random, 8));
  std::sort(vocabulary.begin(), vocabulary.end());
  for (int round = 0; round < 50; ++round) {
    const std::string word = utf8(random_word(random, 8));
    std::vector<std::string> expected;
    for (const auto& term : vocabulary) {
      if (distance_within(word, term, round % 2 == 0 ? 2 : 1)) expected.push_back(term);
    }
    std::vector<std::string> found;
    const std::size_t limit = round % 2 == 0 ? 2 : 1;
    EditWalker walker(word, limit);
    std::size_t looked_at = 0;
    for (auto at = vocabulary.begin(); at != vocabulary.end();) {
      const auto step = walker.feed(*at);
      ++looked_at;
      if (step.distance) found.push_back(*at);
      if (step.dead_prefix == 0) {
        ++at;
        continue;
      }
      const std::string resume = walker.resume();
      ASSERT_GT(resume, *at);
      ASSERT_FALSE(resume.starts_with(at->substr(0, step.dead_prefix)));
      at = std::lower_bound(at, vocabulary.end(), resume);
    }
    EXPECT_EQ(found, expected);
    EXPECT_LT(looked_at, vocabulary.size());
  }
}

TEST(EditWalker, AnyBytesAreSafe) {
  std::mt19937 random(20'250'705);
  for (int round = 0; round < 500; ++round) {
    const auto bytes = [&random] {
      std::string made(random() % 12, '\0');
      for (char& byte : made) byte = static_cast<char>(random() % 256);
      return made;
    };
    EditWalker walker(bytes(), 2);
    for (int i = 0; i < 20; ++i) {
      const auto term = bytes();
      if (const std::size_t dead = walker.feed(term).dead_prefix; dead > 0) {
        EXPECT_LE(dead, term.size());
        EXPECT_GT(walker.resume(), term.substr(0, dead));
      }
    }
  }
}

}  // namespace
