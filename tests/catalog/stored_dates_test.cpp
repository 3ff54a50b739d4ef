// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/stored_dates.h"

#include <gmock/gmock.h>

#include <vector>

#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::ElementsAre;

class StoredDatesTest : public CatalogTest {
 protected:
  ArticleId add(const char* source, const char* date) {
    Article article = make_article("k" + std::to_string(++keys_), "h", "b");
    article.source = source;
    article.published = Timestamp::from_string(date);
    return put(article).id;
  }
  std::vector<std::string> dates(const std::vector<ArticleId>& ids) {
    const auto names = source_names(catalog_);
    std::vector<std::string> out;
    for_each_date(catalog_, ids, [&](const StoredDate& date) {
      out.push_back(std::to_string(date.id) + " " + names.at(date.source) + " " +
                    (date.published ? date.published->to_string() : "none"));
    });
    return out;
  }

  int keys_ = 0;
};

TEST_F(StoredDatesTest, AreThoseOfTheArticlesAskedForAsPreciseAsKnown) {
  add("Post", "2025-06-24T23:30:00-05:00");
  add("Echo", "2025");
  add("", "");
  add("Post", "1899-01");
  EXPECT_THAT(dates({1, 2, 3, 4}),
              ElementsAre("1 Post 2025-06-24T23:30:00-05:00", "2 Echo 2025", "3  none", "4 Post 1899-01"));
  EXPECT_THAT(dates({2, 4}), ElementsAre("2 Echo 2025", "4 Post 1899-01"));
  EXPECT_THAT(dates({}), ElementsAre());
}

/// Few of many are looked up, many are walked to: with the same result.
TEST_F(StoredDatesTest, DoNotDependOnHowTheyAreFound) {
  for (int i = 0; i < 60; ++i) add("Post", i % 2 == 0 ? "2025-06" : "");
  EXPECT_THAT(dates({1, 60}), ElementsAre("1 Post 2025-06", "60 Post none"));
}

TEST_F(StoredDatesTest, StoredWhenThePresentTextWas) {
  const ArticleId id = add("Post", "2025");
  catalog_.connection().execute("UPDATE revisions SET recorded_at = 1700000000");
  EXPECT_EQ(stored_at(catalog_, id), 1'700'000'000);
  Article article = make_article("k1", "h", "another text");
  article.source = "Post";
  put(article);
  catalog_.connection().execute("UPDATE revisions SET recorded_at = 1800000000 WHERE revision = 2");
  EXPECT_EQ(stored_at(catalog_, id), 1'800'000'000);
  EXPECT_EQ(stored_at(catalog_, 99), std::nullopt);
}

}  // namespace
}  // namespace morgue::catalog
