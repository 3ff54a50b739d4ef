// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <unordered_set>

#include "tests/bench/generator/article_maker.h"
#include "tests/bench/generator/json_line.h"

namespace morgue::bench {
namespace {

constexpr std::uint64_t kArticles = 8000;

ArticleMaker::Options options() {
  ArticleMaker::Options options;
  options.articles = kArticles;
  return options;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string line(const ArticleMaker& maker, std::uint64_t number) {
  std::string out;
  append_json_line(maker.make(number), out);
  return out;
}

std::chrono::sys_days day_of(const std::string& published) {
  const auto number = [&](std::size_t at, std::size_t count) { return std::stoi(published.substr(at, count)); };
  return std::chrono::year(number(0, 4)) / std::chrono::month(static_cast<unsigned>(number(5, 2))) /
         std::chrono::day(static_cast<unsigned>(number(8, 2)));
}

TEST(Generator, SameSeedSameBytes) {
  const ArticleMaker one(options());
  const ArticleMaker two(options());
  auto other_options = options();
  other_options.seed = 2;
  const ArticleMaker other(other_options);
  std::size_t differing = 0;
  for (std::uint64_t number = 0; number < kArticles; number += 97) {
    EXPECT_EQ(line(one, number), line(two, number));
    if (line(one, number) != line(other, number)) ++differing;
  }
  EXPECT_EQ(differing, kArticles / 97 + 1);
}

TEST(Generator, VocabularyGrowsByHeapsLaw) {
  auto plain = options();
  plain.foreign = 0;
  const ArticleMaker maker(plain);
  std::unordered_set<std::string> seen;
  std::uint64_t words = 0;
  std::vector<std::pair<double, double>> points;  // logarithms of words and of distinct words
  for (std::uint64_t number = 0; number < kArticles; ++number) {
    for (auto& word : words_of(maker.make(number).body)) {
      seen.insert(std::move(word));
      ++words;
    }
    if (number + 1 == kArticles / 8 || number + 1 == kArticles) {
      points.emplace_back(std::log(words), std::log(seen.size()));
    }
  }
  const double exponent = (points[1].second - points[0].second) / (points[1].first - points[0].first);
  EXPECT_GT(exponent, 0.45);
  EXPECT_LT(exponent, 0.75);
  EXPECT_GT(seen.size(), 50'000U);
}

TEST(Generator, WordsAreOfTheLengthsAskedFor) {
  const ArticleMaker maker(options());
  std::vector<double> lengths;
  double sum = 0;
  for (std::uint64_t number = 0; number < kArticles; ++number) {
    const auto article = maker.make(number);
    if (article.language != "en") continue;
    lengths.push_back(static_cast<double>(words_of(article.body).size()));
    sum += lengths.back();
  }
  std::ranges::sort(lengths);
  const double mean = sum / static_cast<double>(lengths.size());
  EXPECT_NEAR(mean, 200, 20);
  // Log-normal: half of them are clearly below the mean, and some far above.
  EXPECT_NEAR(lengths[lengths.size() / 2], 200 * std::exp(-0.7 * 0.7 / 2), 15);
  EXPECT_GT(lengths.back(), 1000);
}

TEST(Generator, DatesSpanTheYearsAndKnowWeekends) {
  const ArticleMaker maker(options());
  std::array<int, 7> by_weekday{};
  std::map<std::string, int> by_decade;
  int undated = 0;
  for (std::uint64_t number = 0; number < kArticles; ++number) {
    const std::string published = maker.make(number).published;
    if (published.empty()) {
      ++undated;
      continue;
    }
    EXPECT_GE(published, "1989-10");
    EXPECT_LT(published, "2025");
    ++by_weekday.at(std::chrono::weekday(day_of(published)).c_encoding());
    ++by_decade[published.substr(0, 3)];
  }
  EXPECT_LT(by_weekday[0] * 3, by_weekday[2] * 2);
  EXPECT_LT(by_weekday[6] * 5, by_weekday[3] * 4);
  EXPECT_LT(by_decade["199"], by_decade["201"]);
  EXPECT_GT(by_decade["199"], 0);
  EXPECT_GT(undated, 0);
  EXPECT_LT(undated, static_cast<int>(kArticles) / 50);
  EXPECT_LT(maker.make(100).published.substr(0, 4), maker.make(kArticles - 100).published.substr(0, 4));
}

TEST(Generator, NamesHaveLongTails) {
  const ArticleMaker maker(options());
  std::map<std::string, int> authors;
  std::map<std::string, int> topics;
  std::set<std::string> sources;
  for (std::uint64_t number = 0; number < kArticles; ++number) {
    const auto article = maker.make(number);
    for (const auto& author : article.authors) ++authors[author];
    for (const auto& topic : article.topics) ++topics[topic];
    sources.insert(article.source);
  }
  for (const auto& names : {authors, topics}) {
    int most = 0;
    int once = 0;
    for (const auto& [name, count] : names) {
      most = std::max(most, count);
      if (count == 1) ++once;
    }
    EXPECT_GT(most, 50);
    EXPECT_GT(once, 50);
  }
  EXPECT_GT(sources.size(), 20U);
  EXPECT_LT(sources.size(), 1000U);
}

TEST(Generator, SomeArticlesAreTextsOfEarlierOnes) {
  const ArticleMaker maker(options());
  std::map<std::string, MadeArticle> by_id;
  std::map<std::string, int> bodies;
  int revised = 0;
  int close = 0;
  std::map<std::string, std::vector<std::string>> by_headline_words;
  for (std::uint64_t number = 0; number < kArticles; ++number) {
    const auto article = maker.make(number);
    ++bodies[article.body];
    const auto [known, is_new] = by_id.emplace(article.id, article);
    if (is_new) continue;
    ++revised;
    EXPECT_FALSE(article.updated.empty());
    EXPECT_EQ(article.published, known->second.published);
    const auto before = words_of(known->second.body);
    const auto after = words_of(article.body);
    if (known->second.language.empty() || known->second.updated != std::string()) continue;
    EXPECT_EQ(before.size(), after.size()) << article.id;
    std::size_t same = 0;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) same += before[i] == after[i] ? 1 : 0;
    if (same * 10 >= before.size() * 8) ++close;
  }
  EXPECT_NEAR(revised, kArticles * 0.02, kArticles * 0.01);
  EXPECT_GT(close * 10, revised * 7);
  int same = 0;
  for (const auto& [body, count] : bodies) same += count - 1;
  EXPECT_GT(same, static_cast<int>(kArticles) / 500);
  EXPECT_LT(same, static_cast<int>(kArticles) / 20);
}

TEST(Generator, OtherScriptsAppear) {
  const ArticleMaker maker(options());
  int cyrillic = 0;
  int han = 0;
  int greek = 0;
  for (std::uint64_t number = 0; number < 1000; ++number) {
    const std::string body = maker.make(number).body;
    if (body.find("\u0438") != std::string::npos) ++cyrillic;
    if (body.find("\u03c0") != std::string::npos) ++greek;
    for (std::size_t i = 0; i < body.size(); ++i) {
      if (static_cast<unsigned char>(body[i]) >= 0xE4 && static_cast<unsigned char>(body[i]) <= 0xE9) {
        ++han;
        break;
      }
    }
  }
  EXPECT_GT(cyrillic, 10);
  EXPECT_GT(greek, 10);
  EXPECT_GT(han, 5);
  EXPECT_LT(cyrillic + greek + han, 250);
}

TEST(Language, NoTwoRanksHaveTheSameWord) {
  using Script = Language::Script;
  for (const auto script : {Script::Latin, Script::Accented, Script::Cyrillic, Script::Greek, Script::Han}) {
    const Language language(script);
    std::unordered_set<std::string> words;
    constexpr std::uint64_t kRanks = 60'000;
    for (std::uint64_t rank = 0; rank < kRanks; ++rank) {
      std::string word;
      language.write(rank, word);
      words.insert(word);
    }
    EXPECT_EQ(words.size(), kRanks);
  }
}

TEST(JsonLine, EscapesAndLeavesOut) {
  MadeArticle article;
  article.id = "a1";
  article.headline = "Says \"no\"";
  article.body = "One.\n\nTwo \\.";
  article.topics = {"a", "b"};
  std::string out;
  append_json_line(article, out);
  EXPECT_EQ(out,
            "{\"id\":\"a1\",\"headline\":\"Says \\\"no\\\"\",\"topics\":[\"a\",\"b\"],"
            "\"body\":\"One.\\n\\nTwo \\\\.\"}\n");
}

}  // namespace
}  // namespace morgue::bench
