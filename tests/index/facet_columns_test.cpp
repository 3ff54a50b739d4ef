// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using query::FieldId;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class Facets : public testing::TestWithParam<BuilderKind> {
 protected:
  /// Article 1 is dead: article 5 of the second segment came after it.
  Facets() {
    archive_.add_segment({made(1, {"Old Name"}, {"past"}), made(2, {"Ada Quill", "Ben Inkwell"}, {"port", "strike"}),
                          made(3, {"Ada Quill", "Ada Quill", ""}, {})},
                         {3}, 1, GetParam());
    archive_.add_segment({made(4, {}, {"strike"}), made(5, {"Ada Quill"}, {"port", "ships"})}, {}, 1, GetParam());
  }

  static StoredArticle made(ArticleId id, std::vector<std::string> authors, std::vector<std::string> topics) {
    StoredArticle article = test::article(id, id % 2 == 0 ? "even" : "odd", "said");
    article.authors = std::move(authors);
    article.topics = std::move(topics);
    article.source = id < 4 ? "Harbour Herald" : "";
    return article;
  }

  test::SmallArchive archive_;
};

TEST_P(Facets, CountEachValueOnceAnArticle) {
  const Searcher searcher = archive_.searcher();
  EXPECT_THAT(searcher.facets(test::word("said"), FieldId::Author),
              UnorderedElementsAre(Pair("Ada Quill", 3), Pair("Ben Inkwell", 1)));
  EXPECT_THAT(searcher.facets(test::word("even"), FieldId::Topic),
              UnorderedElementsAre(Pair("strike", 2), Pair("port", 1)));
  EXPECT_THAT(searcher.facets(test::word("said"), FieldId::Source), UnorderedElementsAre(Pair("Harbour Herald", 2)));
  EXPECT_THAT(searcher.facets(test::word("said"), FieldId::Section), IsEmpty());
  EXPECT_THAT(searcher.facets(test::word("said"), FieldId::Language), UnorderedElementsAre(Pair("en", 4)));
  EXPECT_THAT(searcher.facets(test::word("nowhere"), FieldId::Author), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Builders, Facets, testing::Values(BuilderKind::Api, BuilderKind::Bulk));

TEST(FacetColumn, ReachesOverManyChunks) {
  std::vector<StoredArticle> articles;
  constexpr ArticleId kArticles = 20'000;
  for (ArticleId id = 1; id <= kArticles; ++id) {
    StoredArticle article = test::article(id, id % 3 == 0 ? "third" : "other", "");
    article.topics = {"all", "of " + std::to_string(id % 700)};
    articles.push_back(std::move(article));
  }
  test::SmallArchive archive;
  archive.add_segment(std::move(articles));
  const Searcher searcher = archive.searcher();
  const auto counts = searcher.facets(test::word("third"), FieldId::Topic);
  EXPECT_EQ(counts.size(), 701U);
  EXPECT_EQ(counts.at("all"), kArticles / 3);
  std::int64_t expected = 0;
  for (ArticleId id = 3; id <= kArticles; id += 3) expected += id % 700 == 21 ? 1 : 0;
  EXPECT_EQ(counts.at("of 21"), expected);
}

}  // namespace
}  // namespace morgue::index
