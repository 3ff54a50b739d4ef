// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class FacetsTest : public CatalogTest {
 protected:
  ArticleId add(const char* source, const char* section, const char* language, const char* date,
                std::vector<std::string> authors, std::vector<std::string> topics) {
    Article article = make_article("k" + std::to_string(++keys_), "h", "b");
    article.source = source;
    article.section = section;
    article.language = language;
    article.published = Timestamp::from_string(date);
    article.authors = std::move(authors);
    article.topics = std::move(topics);
    return put(article).id;
  }
  auto facet(FacetField field, std::size_t limit = 0) { return facet_counts(catalog_, field, ids_, limit); }

  int keys_ = 0;
  std::vector<ArticleId> ids_ = {
      add("Post", "News", "en", "2025-06-24", {"Ada", "Ben"}, {"sea", "sea", "wind"}),
      add("Post", "Sport", "en", "2025-06-30T23:30:00-05:00", {"Ada"}, {"sea"}),
      add("Echo", "News", "de", "2025", {"Ben"}, {}),
      add("Echo", "", "", "", {}, {"wind"}),
      add("", "News", "en", "1899-01", {"Ada"}, {"rain"}),
  };
};

TEST_F(FacetsTest, CountsDistinctArticlesMostFrequentFirst) {
  EXPECT_THAT(facet(FacetField::Author), ElementsAre(Pair("Ada", 3), Pair("Ben", 2)));
  EXPECT_THAT(facet(FacetField::Topic), ElementsAre(Pair("sea", 2), Pair("wind", 2), Pair("rain", 1)));
  EXPECT_THAT(facet(FacetField::Source), ElementsAre(Pair("Echo", 2), Pair("Post", 2)));
  EXPECT_THAT(facet(FacetField::Section), ElementsAre(Pair("News", 3), Pair("Sport", 1)));
  EXPECT_THAT(facet(FacetField::Language), ElementsAre(Pair("en", 3), Pair("de", 1)));
}

TEST_F(FacetsTest, LimitCutsTheTail) {
  EXPECT_THAT(facet(FacetField::Topic, 1), ElementsAre(Pair("sea", 2)));
  EXPECT_THAT(facet(FacetField::Source, 1), ElementsAre(Pair("Echo", 2)));
  EXPECT_THAT(facet(FacetField::Section, 1), ElementsAre(Pair("News", 3)));
  EXPECT_EQ(facet(FacetField::Topic, 100).size(), 3U);
}

TEST_F(FacetsTest, OnlyTheArticlesGivenCount) {
  const auto all = ids_;
  ids_ = {all[1], all[3]};
  EXPECT_THAT(facet(FacetField::Topic), ElementsAre(Pair("sea", 1), Pair("wind", 1)));
  ids_ = {all[0], all[0], 987654321, -5};
  EXPECT_THAT(facet(FacetField::Author), ElementsAre(Pair("Ada", 1), Pair("Ben", 1)));
  ids_ = {};
  EXPECT_THAT(facet(FacetField::Source), IsEmpty());
}

TEST_F(FacetsTest, RevisionMovesItsArticle) {
  Article article = make_article("k1", "h", "new text");
  article.source = "Post";
  article.topics = {"fog"};
  ASSERT_EQ(put(article).outcome, Outcome::Revised);
  EXPECT_THAT(facet(FacetField::Topic), ElementsAre(Pair("fog", 1), Pair("rain", 1), Pair("sea", 1), Pair("wind", 1)));
}

TEST_F(FacetsTest, WorkOnAReadOnlyCatalogInASnapshot) {
  Catalog reader(file(), Catalog::Mode::Read);
  const Transaction snapshot(reader, Transaction::Kind::Read);
  EXPECT_THAT(facet_counts(reader, FacetField::Author, ids_, 0), ElementsAre(Pair("Ada", 3), Pair("Ben", 2)));
}

TEST_F(FacetsTest, UnknownValuesAreNoValues) {
  ids_ = {add("", "", "", "", {}, {}), add("", "", "", "", {}, {}), add("Post", "", "", "", {""}, {""})};
  EXPECT_THAT(facet(FacetField::Source, 1), ElementsAre(Pair("Post", 1)));
  for (const FacetField field : {FacetField::Author, FacetField::Topic, FacetField::Section, FacetField::Language}) {
    EXPECT_THAT(facet(field), IsEmpty());
  }
}

/// Few of many are found one by one, many of them by walking over all: the counts are the same.
TEST_F(FacetsTest, CountsAreTheSameForFewOfManyAndForMany) {
  std::vector<ArticleId> many;
  for (int i = 0; i < 200; ++i) many.push_back(add("Gazette", "Arts", "it", "2001-02-03", {"Cy", "Cy"}, {"fog"}));
  for (const std::size_t step : {1U, 7U, 9U, 40U}) {
    ids_.clear();
    for (std::size_t i = 0; i < many.size(); i += step) ids_.push_back(many[i]);
    const auto expected = static_cast<std::int64_t>(ids_.size());
    EXPECT_THAT(facet(FacetField::Author), ElementsAre(Pair("Cy", expected)));
    EXPECT_THAT(facet(FacetField::Topic), ElementsAre(Pair("fog", expected)));
    EXPECT_THAT(facet(FacetField::Source), ElementsAre(Pair("Gazette", expected)));
    EXPECT_THAT(facet(FacetField::Section), ElementsAre(Pair("Arts", expected)));
    EXPECT_THAT(facet(FacetField::Language), ElementsAre(Pair("it", expected)));
  }
}

TEST_F(FacetsTest, AnEmptyCatalogHasNoValues) {
  const test::TempDir folder;
  Catalog empty(folder.path() / "catalog.db", Catalog::Mode::Write);
  const std::vector<ArticleId> ids = {1, 2};
  EXPECT_THAT(facet_counts(empty, FacetField::Author, ids, 0), IsEmpty());
  EXPECT_THAT(facet_counts(empty, FacetField::Language, ids, 0), IsEmpty());
}

/// More ids than one statement is given: the parts add up.
TEST_F(FacetsTest, LongListsAddUp) {
  for (ArticleId id = 1000; id < 251000; ++id) ids_.push_back(id);
  ids_.insert(ids_.end(), {-1, -2});
  EXPECT_THAT(facet(FacetField::Author), ElementsAre(Pair("Ada", 3), Pair("Ben", 2)));
}

}  // namespace
}  // namespace morgue::catalog
