// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace morgue::extract {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::variant<Article, Reject> extract(std::string content) {
  Record record;
  record.kind = Record::Kind::Page;
  record.where = {"page.txt", 1, 0};
  record.content = std::move(content);
  return extract_page(record);
}

/// `key: value` lines; a key may come several times.
class Expected {
 public:
  explicit Expected(const fs::path& path) {
    std::istringstream lines(contents(path));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t colon = line.find(':');
      if (colon == std::string::npos) continue;
      const std::size_t value = line.find_first_not_of(' ', colon + 1);
      values_[line.substr(0, colon)].push_back(value == std::string::npos ? "" : line.substr(value));
    }
  }
  [[nodiscard]] std::vector<std::string> all(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? std::vector<std::string>() : found->second;
  }
  [[nodiscard]] std::string one(const std::string& key) const {
    const auto values = all(key);
    return values.empty() ? "" : values.front();
  }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

void expect_page(const std::string& page, const Expected& expected) {
  const auto result = extract(page);
  const auto* reject = std::get_if<Reject>(&result);
  ASSERT_EQ(reject, nullptr) << reject->reason;
  const Article& article = std::get<Article>(result);
  EXPECT_EQ(article.headline, expected.one("headline"));
  EXPECT_EQ(article.authors, expected.all("author"));
  EXPECT_EQ(article.section, expected.one("section"));
  EXPECT_EQ(article.topics, expected.all("topic"));
  EXPECT_EQ(article.published ? article.published->to_string() : "", expected.one("published"));
  EXPECT_EQ(article.published ? to_string(article.published->precision) : "", expected.one("published_precision"));
  EXPECT_EQ(to_string(article.published_origin), expected.one("published_origin"));
  EXPECT_EQ(article.updated ? article.updated->to_string() : "", expected.one("updated"));
  EXPECT_TRUE(article.summary.starts_with(expected.one("summary_starts"))) << article.summary;
  EXPECT_TRUE(article.body.starts_with(expected.one("body_starts"))) << article.body.substr(0, 200);
  EXPECT_TRUE(article.body.ends_with(expected.one("body_ends")))
      << article.body.substr(article.body.size() - std::min<std::size_t>(article.body.size(), 200));
  for (const std::string& text : expected.all("present")) {
    EXPECT_NE(article.body.find(text), std::string::npos) << text;
  }
  for (const std::string& text : expected.all("absent")) {
    EXPECT_EQ(article.body.find(text), std::string::npos) << text;
  }
}

class PageFixture : public testing::TestWithParam<std::string> {};

TEST_P(PageFixture, IsReadAsExpected) {
  const fs::path pages = fs::path(MORGUE_SOURCE_DIR) / "fixtures" / "pages";
  expect_page(contents(pages / (GetParam() + ".txt")), Expected(pages / (GetParam() + ".expected")));
}

/// Text saved on other systems has other line ends; it is the same page.
TEST_P(PageFixture, IsReadTheSameWithOtherLineEnds) {
  const fs::path pages = fs::path(MORGUE_SOURCE_DIR) / "fixtures" / "pages";
  std::string page = "\xEF\xBB\xBF";
  for (const char c : contents(pages / (GetParam() + ".txt"))) {
    if (c == '\n') page += '\r';
    page += c;
  }
  expect_page(page, Expected(pages / (GetParam() + ".expected")));
}

std::vector<std::string> fixture_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(MORGUE_SOURCE_DIR) / "fixtures" / "pages")) {
    if (entry.path().extension() == ".expected") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Pages, PageFixture, testing::ValuesIn(fixture_names()), [](const auto& param) {
  std::string name = param.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(PageFixtures, AreThere) {
  EXPECT_GE(fixture_names().size(), 5U);
}

TEST(PageSeed, IsReadAsExpected) {
  const fs::path folder = fs::path(MORGUE_SOURCE_DIR).parent_path() / "shared" / "seed";
  std::error_code error;
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") pages.push_back(entry.path());
  }
  if (pages.empty()) GTEST_SKIP() << "no page in " << folder;
  for (const fs::path& path : pages) {
    const auto result = extract(contents(path));
    ASSERT_TRUE(std::holds_alternative<Article>(result)) << std::get<Reject>(result).reason;
    const Article& article = std::get<Article>(result);
    EXPECT_EQ(article.headline, "Trump says Putin called him to offer help with Iran");
    EXPECT_EQ(article.authors, std::vector<std::string>{"Kateryna Hodunova"});
    EXPECT_EQ(article.section, "News Feed");
    EXPECT_EQ(article.topics, std::vector<std::string>{});
    ASSERT_TRUE(article.published);
    EXPECT_EQ(article.published->to_string(), "2025-06-24");
    EXPECT_EQ(article.published->precision, Precision::Day);
    EXPECT_EQ(article.published_origin, DateOrigin::Inferred);
    EXPECT_TRUE(article.body.starts_with("U.S. President Donald Trump said on June 24"));
    EXPECT_TRUE(article.body.ends_with("violated within hours of the American president's statement."));
    for (const char* absent : {"NFL Draft", "Getty", "min read", "News Editor", "holds a bachelor", "160 casualties",
                               "Dnipro", "Article image", "Avatar", "Financial Times", "stolen data", "Show More"}) {
      EXPECT_EQ(article.body.find(absent), std::string::npos) << absent;
    }
  }
}

}  // namespace
}  // namespace morgue::extract
