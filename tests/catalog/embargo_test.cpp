// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "catalog/connection.h"
#include "catalog/segment_table.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

class EmbargoTest : public CatalogTest {
 protected:
  static Article version(const std::string& body, const char* updated) {
    Article article = make_article("urn:item:1", "Bridge closed", body);
    if (updated != nullptr) article.updated = Timestamp::from_string(updated);
    return article;
  }

  std::vector<std::string> bodies(ArticleId id) {
    std::vector<std::string> all;
    for (const auto& revision : store_.revisions(id)) {
      EXPECT_EQ(revision.revision, static_cast<int>(all.size()) + 1);
      all.push_back(revision.body);
    }
    return all;
  }
};

using Bodies = std::vector<std::string>;

TEST_F(EmbargoTest, EmbargoAndStatusAreKept) {
  Article article = version("Closed.", nullptr);
  article.embargo = Timestamp::from_string("2031-05-06T07:08:09+02:00");
  article.status = ItemStatus::Canceled;
  const ArticleId id = put(article).id;
  const auto stored = store_.find(id);
  EXPECT_EQ(stored->embargo, article.embargo);
  EXPECT_EQ(stored->status, ItemStatus::Canceled);
  EXPECT_EQ(store_.hidden_until(id), article.embargo->utc_seconds());
}

TEST_F(EmbargoTest, WithheldHasNoEndAndUsableNoBeginning) {
  Article withheld = version("Closed.", nullptr);
  withheld.status = ItemStatus::Withheld;
  withheld.embargo = Timestamp::from_string("2001-01-01");
  EXPECT_EQ(store_.hidden_until(put(withheld).id), kForever);
  EXPECT_EQ(store_.hidden_until(put(make_article("b", "h", "b")).id), std::nullopt);
  EXPECT_EQ(store_.hidden_until(999), std::nullopt);
}

TEST_F(EmbargoTest, SameTextCanLiftAnEmbargo) {
  Article article = version("Closed.", "2020-01-01T10:00:00Z");
  article.embargo = Timestamp::from_string("2031-01-01");
  const ArticleId id = put(article).id;
  const std::int64_t seq = store_.last_seq();

  Article earlier = version("Closed.", "2020-01-01T09:00:00Z");
  EXPECT_EQ(put(earlier).outcome, Outcome::Duplicate);
  EXPECT_TRUE(store_.hidden_until(id)) << "an older record does not lift it";

  article.embargo.reset();
  article.updated = Timestamp::from_string("2020-01-01T11:00:00Z");
  EXPECT_EQ(put(article).outcome, Outcome::Duplicate);
  EXPECT_FALSE(store_.hidden_until(id));
  EXPECT_EQ(store_.last_seq(), seq) << "the index is as it was";
}

TEST_F(EmbargoTest, OlderVersionReadLaterIsAnEarlierRevision) {
  const ArticleId id = put(version("third", "2020-01-03T00:00:00Z")).id;
  EXPECT_EQ(put(version("first", "2020-01-01T00:00:00Z")).outcome, Outcome::Outdated);
  EXPECT_EQ(put(version("second", "2020-01-02T00:00:00+00:00")).outcome, Outcome::Outdated);
  EXPECT_EQ(bodies(id), (Bodies{"first", "second", "third"}));
  EXPECT_EQ(store_.find(id)->body, "third");
  EXPECT_EQ(store_.find(id)->updated, Timestamp::from_string("2020-01-03T00:00:00Z"));
  EXPECT_EQ(put(version("fourth", "2020-01-03T00:00:00Z")).outcome, Outcome::Revised) << "of equals the last one read";
  EXPECT_EQ(put(version("first", "2020-01-01T00:00:00Z")).outcome, Outcome::Duplicate);
  EXPECT_EQ(bodies(id), (Bodies{"first", "second", "third", "fourth"}));
}

TEST_F(EmbargoTest, WithoutExactTimesTheLastOneReadIsThePresentOne) {
  const ArticleId id = put(version("a", "2020-01-03")).id;
  EXPECT_EQ(put(version("b", "2020-01-01")).outcome, Outcome::Revised);
  EXPECT_EQ(put(version("c", nullptr)).outcome, Outcome::Revised);
  EXPECT_EQ(put(version("d", "1999-01-01T00:00:00Z")).outcome, Outcome::Revised);
  EXPECT_EQ(bodies(id), (Bodies{"a", "b", "c", "d"}));
}

TEST_F(EmbargoTest, LeftOutAreTombstonesAndLivingDocumentsUnderEmbargo) {
  std::vector<WorkItem> documents;
  for (int i = 1; i <= 4; ++i) {
    Article article = make_article("k" + std::to_string(i), "h", "b");
    if (i == 2) article.embargo = Timestamp::from_utc_seconds(5000);
    if (i == 3) article.status = ItemStatus::Withheld;
    put(article);
    documents.push_back({i, i, kUndated});
  }
  SegmentTable segments(catalog_);
  Transaction transaction(catalog_, Transaction::Kind::Write);
  SegmentRow row;
  row.number = segments.next_number();
  row.location = "seg-000001";
  segments.publish(row, documents, {});
  catalog_.connection().execute("INSERT INTO tombstones (segment, docid) VALUES (1, 4)");
  transaction.commit();
  using Docids = std::vector<std::uint32_t>;
  EXPECT_EQ(segments.tombstones(1), Docids{4});
  EXPECT_EQ(segments.left_out(1, 4999), (Docids{2, 3, 4}));
  EXPECT_EQ(segments.left_out(1, 5000), (Docids{3, 4})) << "shown from that second on";
  EXPECT_EQ(segments.left_out(2, 0), Docids{});
}

}  // namespace
}  // namespace morgue::catalog
