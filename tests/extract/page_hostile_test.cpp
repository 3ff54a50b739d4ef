// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "extract/page.h"
#include "text/utf8.h"

namespace morgue::extract {
namespace {

/// Whatever comes in: an article has headline and body in sound UTF-8, a reject has a reason.
void expect_sound(const std::string& content) {
  Record record;
  record.kind = Record::Kind::Page;
  record.content = content;
  const auto result = extract_page(record);
  if (const auto* reject = std::get_if<Reject>(&result)) {
    EXPECT_FALSE(reject->reason.empty());
    EXPECT_TRUE(text::is_valid_utf8(reject->excerpt));
    return;
  }
  const Article& article = std::get<Article>(result);
  EXPECT_FALSE(article.headline.empty());
  EXPECT_FALSE(article.body.empty());
  EXPECT_TRUE(text::is_valid_utf8(article.headline + article.body + article.section + article.summary));
  EXPECT_EQ(article.published.has_value(), article.published_origin != DateOrigin::None);
  if (article.published) {
    EXPECT_TRUE(article.published->day.valid());
  }
  for (const std::string& author : article.authors) EXPECT_TRUE(!author.empty() && text::is_valid_utf8(author));
}

std::vector<std::string> fixtures() {
  std::vector<std::string> pages;
  for (const auto& entry : std::filesystem::directory_iterator(MORGUE_SOURCE_DIR "/fixtures/pages")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    pages.push_back(out.str());
  }
  return pages;
}

TEST(PageHostile, RandomBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::string content(random() % 3000, '\0');
    for (char& c : content) c = static_cast<char>(random() % 5 == 0 ? '\n' : static_cast<int>(random() % 256));
    expect_sound(content);
  }
}

TEST(PageHostile, MutatedPages) {
  std::mt19937 random(2);
  const auto pages = fixtures();
  ASSERT_FALSE(pages.empty());
  for (int round = 0; round < 300; ++round) {
    std::string content = pages[round % pages.size()];
    for (int change = 0; change < 12; ++change) {
      const std::size_t at = random() % content.size();
      switch (random() % 4) {
        case 0:
          content[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          content.erase(at, random() % 80);
          break;
        case 2:
          content.insert(at, "\n\n");
          break;
        default:
          content.insert(at, content.substr(random() % content.size(), random() % 200));
      }
    }
    expect_sound(content);
  }
}

TEST(PageHostile, ShuffledAndCutLines) {
  std::mt19937 random(3);
  for (const std::string& page : fixtures()) {
    std::vector<std::string> lines;
    std::istringstream in(page);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    for (int round = 0; round < 30; ++round) {
      std::shuffle(lines.begin(), lines.end(), random);
      std::string content;
      for (std::size_t i = 0; i < random() % (lines.size() + 1); ++i) content += lines[i] + "\n";
      expect_sound(content);
    }
  }
}

/// Pages of a megabyte in shapes that would show anything slower than linear.
TEST(PageHostile, LargePagesAreFast) {
  constexpr std::size_t kSize = 1U << 20U;
  const std::string prose =
      "The mill at Oakford was sold on June 24, 2025, to a rival from the valley, its owner said on Friday morning.";
  const std::vector<std::string> units = {
      prose + "\n\n",
      prose + " ",
      "Jane Doe\n\n",
      "Jane Doe\nStaff reporter\n",
      "Related\n\n",
      "Mill is sold to a rival in the valley\n" + prose + "\n",
      "Mill is sold to a rival in the valley\n\n",
      "June 24, 2025\n",
      "By Jane Doe\n",
      "a b\n",
      "Most read\nMill is sold to a rival in the valley\n\n",
      "(",
      "\xC2\xA0",
      "\xE4\xB8\xAD",
      "Menu\n" + prose + "\n\n",
  };
  for (const std::string& unit : units) {
    std::string content = "Mill at Oakford is sold to a rival\n\nBy Jane Doe\n\n" + prose + "\n\n" + prose + "\n\n";
    while (content.size() < kSize) content += unit;
    const auto begin = std::chrono::steady_clock::now();
    expect_sound(content);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    // Linear takes well under a second; the rest is for busy machines and sanitizers. Quadratic takes minutes.
    EXPECT_LT(taken.count(), 15.0) << unit.substr(0, 40);
    RecordProperty("seconds", std::to_string(taken.count()));
    if (std::getenv("MORGUE_TEST_TIMES") != nullptr) std::printf("%6.2f s  %.30s\n", taken.count(), unit.c_str());
  }
}

/// All five megabytes are read, not refused. Takes half a second when optimised; the bound leaves room for sanitizers.
TEST(PageHostile, FiveMegabytesOfProseAreRead) {
  constexpr std::size_t kSize = 5U << 20U;
  const std::string prose =
      "The mill at Oakford was sold on Friday to a rival from the valley, who is to keep the cat, its owner said.\n\n";
  Record record;
  record.kind = Record::Kind::Page;
  record.content = "Mill at Oakford is sold to a rival\n\nBy Jane Doe\n\n";
  while (record.content.size() < kSize) record.content += prose;
  const auto begin = std::chrono::steady_clock::now();
  const auto result = extract_page(record);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  ASSERT_TRUE(std::holds_alternative<Article>(result));
  EXPECT_GT(std::get<Article>(result).body.size(), kSize - 1000);
  EXPECT_LT(taken.count(), 15.0);
}

}  // namespace
}  // namespace morgue::extract
