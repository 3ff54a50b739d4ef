// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/segment_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SegmentTableTest : public CatalogTest {
 protected:
  ArticleId add(const std::string& key, const char* date, const std::string& body = "text") {
    Article article = make_article(key, "h", body);
    article.published = Timestamp::from_string(date);
    return put(article).id;
  }
  std::int64_t publish(const std::vector<WorkItem>& documents, const std::vector<std::int64_t>& absorb = {}) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    SegmentRow segment;
    segment.number = segments_.next_number();
    segment.location = "seg-" + std::to_string(segment.number);
    segment.analyser = "analyser 1";
    segment.format = "glass";
    segment.files = {{"postlist.glass", 1000, "aa"}, {"iamglass", 100, "bb"}};
    segments_.publish(segment, documents, absorb);
    transaction.commit();
    return segment.number;
  }
  std::vector<WorkItem> work(const std::vector<std::int64_t>& absorb = {}) { return segments_.work_list(absorb); }
  static std::vector<ArticleId> ids(const std::vector<WorkItem>& items) {
    std::vector<ArticleId> ids;
    for (const WorkItem& item : items) ids.push_back(item.id);
    return ids;
  }

  SegmentTable segments_{catalog_};
};

TEST_F(SegmentTableTest, EmptyArchive) {
  EXPECT_THAT(segments_.live(), IsEmpty());
  EXPECT_THAT(work(), IsEmpty());
  EXPECT_EQ(segments_.pending_count(), 0);
  EXPECT_EQ(segments_.next_number(), 1);
  EXPECT_THAT(segments_.tombstones(1), IsEmpty());
}

TEST_F(SegmentTableTest, WorkIsNewestFirstUndatedLastLargerIdFirst) {
  const auto undated = add("a", "");
  const auto old = add("b", "1899-12-31");
  const auto recent = add("c", "2025-06-24");
  const auto same_day = add("d", "2025-06-24");
  const auto evening = add("e", "2025-06-24T20:00:00-05:00");
  const auto year = add("f", "2025");
  const auto undated_too = add("g", "");
  EXPECT_THAT(ids(work()), ElementsAre(evening, same_day, recent, year, old, undated_too, undated));
  EXPECT_EQ(work().back().date_order, kUndated);
  EXPECT_EQ(segments_.pending_count(), 7);
}

TEST_F(SegmentTableTest, PublishedSegmentIsListedAsGivenAndCounted) {
  add("a", "2001-01-01");
  add("b", "");
  add("c", "1999-12-31");
  const auto number = publish(work());
  const auto live = segments_.live();
  ASSERT_EQ(live.size(), 1U);
  EXPECT_EQ(live[0].number, number);
  EXPECT_EQ(live[0].location, "seg-1");
  EXPECT_EQ(live[0].documents, 3);
  EXPECT_EQ(live[0].dead, 0);
  EXPECT_EQ(live[0].max_seq, 3);
  EXPECT_EQ(live[0].oldest, Timestamp::from_string("1999-12-31")->utc_seconds());
  EXPECT_EQ(live[0].newest, Timestamp::from_string("2001-01-01")->utc_seconds());
  EXPECT_EQ(live[0].analyser, "analyser 1");
  EXPECT_EQ(live[0].format, "glass");
  ASSERT_EQ(live[0].files.size(), 2U);
  EXPECT_EQ(live[0].files[0].name, "iamglass");
  EXPECT_EQ(live[0].files[0].size, 100U);
  EXPECT_EQ(live[0].files[0].hash, "bb");
  EXPECT_EQ(segments_.pending_count(), 0);
  EXPECT_THAT(work(), IsEmpty());
  EXPECT_THAT(ids(work({number})), ElementsAre(1, 3, 2));
}

TEST_F(SegmentTableTest, RevisionIsPendingAndThenBuriesItsPredecessor) {
  const auto a = add("a", "2001");
  add("b", "2000");
  const auto first = publish(work());
  add("a", "1990", "new text");
  EXPECT_EQ(segments_.pending_count(), 1);
  EXPECT_THAT(segments_.tombstones(first), IsEmpty()) << "the old document serves until the new one is there";
  const auto second = publish(work());
  EXPECT_THAT(segments_.tombstones(first), ElementsAre(1U));
  EXPECT_THAT(segments_.tombstones(second), IsEmpty());
  const auto live = segments_.live();
  ASSERT_EQ(live.size(), 2U);
  EXPECT_EQ(live[0].number, second) << "newest first";
  EXPECT_EQ(live[1].dead, 1);
  EXPECT_THAT(ids(work({first, second})), ElementsAre(2, a));
}

TEST_F(SegmentTableTest, AbsorbedSegmentsGoWithFilesAndTombstones) {
  add("a", "2001");
  add("b", "2000");
  const auto first = publish(work());
  add("a", "2001", "new text");
  const auto second = publish(work());
  const auto third = publish(work({first, second}), {first, second});
  const auto live = segments_.live();
  ASSERT_EQ(live.size(), 1U);
  EXPECT_EQ(live[0].number, third);
  EXPECT_EQ(live[0].documents, 2);
  EXPECT_EQ(live[0].dead, 0);
  EXPECT_EQ(segments_.pending_count(), 0);
  Connection& connection = catalog_.connection();
  EXPECT_EQ(connection.integer("SELECT count(*) FROM segment_files"), 2);
  EXPECT_EQ(connection.integer("SELECT count(*) FROM tombstones"), 0);
}

TEST_F(SegmentTableTest, NumbersAreNeverUsedAgain) {
  add("a", "2001");
  const auto first = publish(work());
  const auto second = publish(work({first}), {first});
  publish({}, {second});
  EXPECT_EQ(segments_.next_number(), 4);
  EXPECT_EQ(segments_.pending_count(), 1) << "the last segment absorbed the article without taking it over";
}

TEST_F(SegmentTableTest, MisuseIsAnInternalErrorAndChangesNothing) {
  add("a", "2001");
  const auto first = publish(work());
  SegmentRow segment;
  segment.location = "x";
  const auto attempt = [&](std::int64_t number, std::vector<std::int64_t> absorb) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    segment.number = number;
    segments_.publish(segment, {}, absorb);
    transaction.commit();
  };
  EXPECT_EQ(error_of([&] { attempt(first, {}); }).code(), ErrorCode::Internal) << "number used";
  EXPECT_EQ(error_of([&] { attempt(0, {}); }).code(), ErrorCode::Internal) << "no number";
  EXPECT_EQ(error_of([&] { attempt(5, {77}); }).code(), ErrorCode::Internal) << "absorbs what does not live";
  EXPECT_EQ(error_of([&] { attempt(5, {first, first}); }).code(), ErrorCode::Internal) << "absorbs twice";
  EXPECT_EQ(error_of([&] { attempt(5, {5}); }).code(), ErrorCode::Internal) << "absorbs itself";
  EXPECT_EQ(error_of([&] { segments_.publish(segment, {}, {}); }).code(), ErrorCode::Internal) << "no transaction";
  EXPECT_EQ(segments_.live().size(), 1U);
  EXPECT_EQ(segments_.next_number(), 2);
  EXPECT_EQ(segments_.pending_count(), 0);
}

TEST_F(SegmentTableTest, DocumentOfAnArticleThatIsGoneIsDeadAtBirth) {
  const auto a = add("a", "2001");
  const auto number = publish({{a, 1}, {999, 2}});
  EXPECT_THAT(segments_.tombstones(number), ElementsAre(2U));
}

/// The newer document goes with its segment, so the older one is all there is, and the article lags.
TEST_F(SegmentTableTest, OlderDocumentLivesWhenTheNewerIsAbsorbed) {
  const auto a = add("a", "2001");
  const std::vector<WorkItem> old = work();
  add("a", "2001", "new text");
  const auto newer = publish(work());
  const auto other = publish(old);
  EXPECT_THAT(segments_.tombstones(other), ElementsAre(1U)) << "stale while the newer one lives";
  EXPECT_EQ(segments_.pending_count(), 0);
  const auto last = publish(old, {newer});
  EXPECT_THAT(segments_.tombstones(last), IsEmpty());
  EXPECT_EQ(segments_.pending_count(), 1);
  EXPECT_THAT(ids(work({last})), ElementsAre(a));
}

/// An article may not vanish while a document of it is alive.
TEST_F(SegmentTableTest, LivingDocumentHoldsItsArticle) {
  const auto a = add("a", "2001");
  publish(work());
  const auto remove = [&] { catalog_.connection().execute("DELETE FROM articles WHERE id = " + std::to_string(a)); };
  EXPECT_THROW(remove(), Error);
  catalog_.connection().execute("DELETE FROM indexed WHERE article_id = " + std::to_string(a));
  remove();
  EXPECT_FALSE(store_.find(a));
}

TEST_F(SegmentTableTest, ReaderKeepsTheSegmentsOfItsSnapshot) {
  add("a", "2001");
  const auto first = publish(work());
  Catalog reader(file(), Catalog::Mode::Read);
  SegmentTable reading(reader);
  const Transaction snapshot(reader, Transaction::Kind::Read);
  add("a", "2001", "new text");
  publish(work({first}), {first});
  ASSERT_EQ(reading.live().size(), 1U);
  EXPECT_EQ(reading.live()[0].number, first);
  EXPECT_THAT(reading.tombstones(first), IsEmpty());
  EXPECT_EQ(reading.pending_count(), 0);
}

}  // namespace
}  // namespace morgue::catalog
