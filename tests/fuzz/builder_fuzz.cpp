// SPDX-License-Identifier: GPL-2.0-or-later
// The bulk builder against Xapian's own way: the same segment of the same articles, whatever is in them.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "index/segment_builder.h"
#include "tests/index/same_database.h"
#include "tests/index/small_archive.h"
#include "tests/support/temp_dir.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace {

/// Lines of the input become values of articles; a line's first byte says which.
std::vector<morgue::StoredArticle> articles_of(const std::string& text) {
  std::vector<morgue::StoredArticle> articles(1);
  constexpr const char* kLanguages[] = {"en", "de", "ru", "zh", "ar", "", "tr", "fr"};
  std::size_t begin = 0;
  while (begin < text.size() && articles.size() < 200) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    const std::string value = morgue::text::repair_utf8(text.substr(begin + 1, end - std::min(end, begin + 1)));
    morgue::StoredArticle& article = articles.back();
    const auto kind = static_cast<unsigned char>(text[begin]);
    switch (kind % 12) {
      case 0:
        article.headline = value;
        break;
      case 1:
        article.body += value + "\n\n";
        break;
      case 2:
        article.summary = value;
        break;
      case 3:
        article.authors.push_back(value);
        break;
      case 4:
        article.topics.push_back(value);
        break;
      case 5:
        article.source = value;
        break;
      case 6:
        article.key = value;
        break;
      case 7:
        article.url = value;
        break;
      case 8:
        article.published = morgue::Timestamp::from_string(value);
        break;
      case 9:
        article.language = kLanguages[kind / 12 % 8];
        article.section = value;
        break;
      case 10:
        // Long texts in few bytes.
        for (int i = 0; i < kind; ++i) article.body += value + " ";
        break;
      default:
        articles.emplace_back();
        articles.back().dateline = value;
    }
    begin = end + 1;
  }
  return articles;
}

void build(morgue::index::SegmentBuilder& builder, const std::vector<morgue::StoredArticle>& articles) {
  for (const auto& article : articles) builder.add(article, article.id + 1000);
  builder.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::string_literals;
  testing::GTEST_FLAG(break_on_failure) = true;
  auto articles = articles_of(std::string(data, data + size));
  morgue::ArticleId id = 0;
  for (auto& article : articles) article.id = ++id;
  morgue::index::test::sort_newest_first(articles);
  const morgue::test::TempDir dir;
  build(*morgue::index::make_api_builder(dir.path() / "api", 1), articles);
  build(*morgue::index::make_bulk_builder(dir.path() / "bulk", 1), articles);
  morgue::index::test::expect_same((dir.path() / "api").string(), (dir.path() / "bulk").string());
  return 0;
}
