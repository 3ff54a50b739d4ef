// SPDX-License-Identifier: GPL-2.0-or-later
// Both builders make the same segment of the same articles.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/error.h"
#include "index/segment_builder.h"
#include "tests/index/random_text.h"
#include "tests/index/same_database.h"
#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

std::vector<StoredArticle> articles(unsigned seed, ArticleId count) {
  test::RandomArticles random(seed);
  std::vector<StoredArticle> out;
  for (ArticleId id = 1; id <= count; ++id) out.push_back(random.article(id));
  test::sort_newest_first(out);
  return out;
}

BuiltSegment build(SegmentBuilder& builder, const std::vector<StoredArticle>& articles) {
  for (const auto& article : articles) builder.add(article, article.id + 1000);
  return builder.finish();
}

class BuilderTwins : public testing::TestWithParam<unsigned> {};

TEST_P(BuilderTwins, RandomArticles) {
  const auto all = articles(GetParam(), 600);
  const morgue::test::TempDir dir;
  const auto api = build(*make_api_builder(dir.path() / "api", 2), all);
  const auto bulk = build(*make_bulk_builder(dir.path() / "bulk", 2), all);
  EXPECT_EQ(bulk.documents, api.documents);
  EXPECT_EQ(bulk.analyser, api.analyser);
  EXPECT_EQ(bulk.format, api.format);
  ASSERT_EQ(bulk.files.size(), api.files.size());
  for (std::size_t i = 0; i < api.files.size(); ++i) EXPECT_EQ(bulk.files[i].name, api.files[i].name);
  test::expect_same((dir.path() / "api").string(), (dir.path() / "bulk").string());
}

INSTANTIATE_TEST_SUITE_P(Seeds, BuilderTwins, testing::Range(1U, 4U));

TEST(BuilderTwins, NoArticleAndOne) {
  for (const ArticleId count : {0, 1}) {
    const auto all = articles(11, count);
    const morgue::test::TempDir dir;
    build(*make_api_builder(dir.path() / "api", 1), all);
    build(*make_bulk_builder(dir.path() / "bulk", 1), all);
    test::expect_same((dir.path() / "api").string(), (dir.path() / "bulk").string());
  }
}

TEST(BuilderTwins, AnyNumberOfThreadsAndAnyMemory) {
  auto all = articles(7, 300);
  // Enough for several batches.
  for (auto& article : all) {
    while (article.body.size() < 20'000)
      article.body += article.headline + " " + std::to_string(article.id) + " and more. ";
  }
  const auto hashes = [&all](unsigned jobs, std::size_t memory) {
    const morgue::test::TempDir dir;
    std::vector<std::string> out;
    for (const auto& file : build(*make_bulk_builder(dir.path() / "bulk", jobs, memory), all).files) {
      if (file.name != "iamglass") out.push_back(file.name + " " + file.hash);  // which holds a random id
    }
    return out;
  };
  const auto expected = hashes(1, kBuildMemory);
  EXPECT_EQ(hashes(2, kBuildMemory), expected);
  EXPECT_EQ(hashes(8, kBuildMemory), expected);
  EXPECT_EQ(hashes(8, 0), expected);
}

TEST(BuilderTwins, LeavesNothingBehind) {
  const morgue::test::TempDir dir;
  require_bulk_format(dir.path() / "seg");
  EXPECT_FALSE(std::filesystem::exists(dir.path() / "seg"));
  build(*make_bulk_builder(dir.path() / "seg", 2, 0), articles(3, 50));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path() / "seg"), {}), 4);
  EXPECT_THROW(make_bulk_builder(dir.path() / "seg", 1), Error);
}

}  // namespace
}  // namespace morgue::index
