// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/takedowns.h"

#include <gmock/gmock.h>

#include "catalog/connection.h"
#include "catalog/content_hash.h"
#include "catalog/erasure.h"
#include "catalog/families.h"
#include "catalog/reject_log.h"
#include "catalog/segment_table.h"
#include "catalog/withdrawn.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kNow = 1'800'000'000;

Reject rejected(const char* dump, std::int64_t record, std::int64_t offset, const char* reason, const char* excerpt) {
  Reject reject;
  reject.where.dump = dump;
  reject.where.record = record;
  reject.where.offset = offset;
  reject.reason = reason;
  reject.excerpt = excerpt;
  return reject;
}

class TakedownsTest : public CatalogTest {
 protected:
  template <typename Action>
  auto write(Action&& action) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    if constexpr (std::is_void_v<decltype(action())>) {
      action();
      transaction.commit();
    } else {
      auto result = action();
      transaction.commit();
      return result;
    }
  }

  std::int64_t take(std::vector<ArticleId> ids, const char* until = nullptr) {
    Takedown takedown;
    takedown.made = kNow;
    takedown.reason = "court order";
    takedown.ref = "12/26";
    if (until != nullptr) takedown.until = Timestamp::from_string(until);
    takedown.articles = std::move(ids);
    return write([&] { return table_.add(takedown); });
  }
  void undo(std::int64_t number) {
    write([&] { table_.undo(number, kNow + 1); });
  }
  void erase(std::int64_t number) {
    write([&] {
      table_.begin_purge(number);
      erase_articles(catalog_, table_.find(number)->articles);
    });
  }
  std::int64_t rows(const std::string& of) { return catalog_.connection().integer("SELECT count(*) FROM " + of); }
  std::string objection(const Article& article) {
    return Withdrawn(catalog_, kNow).objection(article, identity_key(article), text_hash(article));
  }
  void index(std::int64_t number, const std::vector<ArticleId>& ids) {
    std::vector<WorkItem> work;
    for (const ArticleId id : ids) work.push_back({id, store_.last_seq(), kUndated});
    SegmentRow row;
    row.number = number;
    row.location = "seg-" + std::to_string(number);
    write([&] { SegmentTable(catalog_).publish(row, work, {}); });
  }

  TakedownTable table_{catalog_};
};

TEST_F(TakedownsTest, HidesUntilItIsUndone) {
  const ArticleId id = put(make_article("a", "Fog", "Fog at sea.")).id;
  const auto number = take({id});
  EXPECT_EQ(store_.hidden_until(id), kForever);
  const auto stored = table_.find(number);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->reason, "court order");
  EXPECT_EQ(stored->ref, "12/26");
  EXPECT_EQ(stored->made, kNow);
  EXPECT_THAT(stored->articles, ElementsAre(id));
  EXPECT_EQ(table_.of(id, kNow)->number, number);
  undo(number);
  EXPECT_EQ(store_.hidden_until(id), std::nullopt);
  EXPECT_EQ(table_.find(number)->state, TakedownState::Undone);
  EXPECT_FALSE(table_.of(id, kNow));
  EXPECT_EQ(error_of([&] { undo(number); }).code(), ErrorCode::Internal);
}

TEST_F(TakedownsTest, WithADateItEndsByItself) {
  const ArticleId id = put(make_article("a", "Fog", "Fog at sea.")).id;
  const auto number = take({id}, "2031-02");
  const auto end = Timestamp::from_string("2031-02")->utc_seconds();
  EXPECT_EQ(store_.hidden_until(id), end);
  EXPECT_TRUE(table_.find(number)->in_force(end - 1));
  EXPECT_FALSE(table_.find(number)->in_force(end));
  EXPECT_TRUE(table_.of(id, end - 1));
  EXPECT_FALSE(table_.of(id, end));
}

TEST_F(TakedownsTest, NoRecordBringsBackWhatIsWithheld) {
  Article article = make_article("a", "Fog", "Fog at sea.");
  article.updated = Timestamp::from_string("2020-01-01T10:00:00Z");
  const ArticleId id = put(article).id;
  take({id});
  article.embargo = Timestamp::from_string("2001-01-01");
  EXPECT_EQ(put(article, runs_.start("again", 1)).outcome, Outcome::Unchanged);
  EXPECT_EQ(store_.hidden_until(id), kForever);
  article.body = "Fog on land.";
  article.embargo.reset();
  EXPECT_EQ(put(article).outcome, Outcome::Revised);
  EXPECT_EQ(store_.hidden_until(id), kForever);
}

TEST_F(TakedownsTest, UndoneItIsAsItsPublisherWantsIt) {
  Article later = make_article("a", "Fog", "Fog at sea.");
  later.embargo = Timestamp::from_string("2031-05-06");
  Article never = make_article("b", "Rain", "Rain at sea.");
  never.status = ItemStatus::Withheld;
  const ArticleId a = put(later).id;
  const ArticleId b = put(never).id;
  const auto number = take({a, b}, "2029-01-01");
  EXPECT_EQ(store_.hidden_until(a), later.embargo->utc_seconds()) << "the later of the two";
  undo(number);
  EXPECT_EQ(store_.hidden_until(a), later.embargo->utc_seconds());
  EXPECT_EQ(store_.hidden_until(b), kForever);
}

TEST_F(TakedownsTest, WithheldTextsDoNotComeUnderAnotherName) {
  const Article article = make_article("a", "Fog", "Fog at sea.");
  Article copy = make_article("b", "Fog", "Fog at sea.");
  Article carrier = copy;
  carrier.source = "Grey Holm Mail";
  put(carrier);
  const auto number = take({put(article).id});
  EXPECT_EQ(objection(article), "") << "it is there, and hidden";
  EXPECT_EQ(objection(copy), "withdrawn: court order (takedown 1)");
  EXPECT_EQ(objection(carrier), "") << "it was there before, and stays";
  carrier.body += " And rain.";
  EXPECT_EQ(objection(carrier), "");
  undo(number);
  EXPECT_EQ(objection(copy), "");
}

TEST_F(TakedownsTest, HeadlinesAloneAreNobodysOwn) {
  const Article article = make_article("a", "Photo of the day", "");
  take({put(article).id});
  EXPECT_EQ(objection(make_article("b", "Photo of the day", "")), "");
}

TEST_F(TakedownsTest, ErasedArticlesLeaveNoRow) {
  Article article = make_article("a", "Fog", "Fog at sea.");
  article.authors = {"Mirela Aldous", "Tobias Renn"};
  article.topics = {"sea", "fog"};
  article.section = "Weather";
  article.dump = "alone.jsonl";
  const ArticleId id = put(article).id;
  article.body = "Fog on land.";
  article.section = "Land";
  put(article);
  Article other = make_article("b", "Rain", "Rain at sea.");
  other.authors = {"Tobias Renn"};
  other.topics = {"sea"};
  const ArticleId kept = put(other).id;
  write([&] {
    FamilyTable(catalog_).add_sketch(id, std::vector<std::uint32_t>{1, 2});
    RejectLog log(catalog_);
    log.add_remark(run_, {"alone.jsonl", 1, 0}, "the date \"Fogday\" is none");
    log.add(run_, rejected("alone.jsonl", 1, 5, "cut off", "{\"body\":\"Fog at"));
    log.add(run_, rejected("alone.jsonl", 2, 9, "cut off", "{\"body\":\"Ice"));
  });
  index(1, {id, kept});
  erase(take({id}));

  EXPECT_FALSE(store_.find(id));
  EXPECT_EQ(store_.count(), 1);
  for (const char* table : {"revisions", "article_authors", "sketches", "revision_facts", "indexed", "pending"}) {
    const std::string column = std::string(table) == "revision_facts" ? "revision_id" : "article_id";
    if (column == "revision_id") {
      EXPECT_EQ(rows("revision_facts"), 0);
    } else {
      EXPECT_EQ(rows(std::string(table) + " WHERE article_id = " + std::to_string(id)), 0) << table;
    }
  }
  EXPECT_EQ(rows("authors WHERE name = 'Mirela Aldous'"), 0);
  EXPECT_EQ(rows("authors WHERE name = 'Tobias Renn'"), 1);
  EXPECT_EQ(rows("topics"), 1);
  EXPECT_EQ(rows("sections"), 0) << "nor that of an earlier revision, which nothing names any more";
  EXPECT_EQ(rows("dumps WHERE path = 'alone.jsonl'"), 1) << "its rejects still stand";
  EXPECT_EQ(rows("remarks"), 0);
  EXPECT_EQ(rows("rejects WHERE excerpt = ''"), 1);
  EXPECT_EQ(rows("rejects WHERE excerpt <> ''"), 1);
  EXPECT_THAT(SegmentTable(catalog_).tombstones(1), ElementsAre(1U));
  EXPECT_EQ(rows("pragma_foreign_key_check"), 0);
}

TEST_F(TakedownsTest, ErasedRecordsAreKnownByTheirKeyAndTexts) {
  Article article = make_article("a", "Fog", "Fog at sea.");
  const ArticleId id = put(article).id;
  Article second = article;
  second.body = "Fog on land.";
  put(second);
  erase(take({id}));
  EXPECT_EQ(objection(article), "withdrawn: court order (takedown 1)");
  Article fresh = article;
  fresh.body = "Something else.";
  EXPECT_NE(objection(fresh), "") << "by its key";
  fresh.source = "Grey Holm Mail";
  EXPECT_EQ(objection(fresh), "");
  Article elsewhere = second;
  elsewhere.source = "Grey Holm Mail";
  elsewhere.key = "other";
  EXPECT_NE(objection(elsewhere), "") << "by its text";
  EXPECT_EQ(table_.of(id, kNow)->state, TakedownState::Purging);
  EXPECT_THAT(table_.purging(), ElementsAre(1));
  write([&] { table_.end_purge(1, kNow + 5); });
  EXPECT_THAT(table_.purging(), IsEmpty());
  EXPECT_EQ(table_.find(1)->ended, kNow + 5);
}

TEST_F(TakedownsTest, FamiliesGoOnWithTheNextOfThem) {
  std::vector<ArticleId> ids;
  for (const char* key : {"a", "b", "c", "d"}) ids.push_back(put(make_article(key, key, key)).id);
  write([&] {
    FamilyTable families(catalog_);
    for (const std::size_t member : {1, 2, 3}) families.set_cluster(ids[member], ids[0]);
  });
  EXPECT_THAT(table_.relatives(std::vector{ids[2]}, kNow), ElementsAre(ids[0], ids[1], ids[3]));
  take({ids[3]});
  EXPECT_THAT(table_.relatives(std::vector{ids[2]}, kNow), ElementsAre(ids[0], ids[1])) << "hidden ones are not named";
  const std::int64_t seq = store_.last_seq();
  erase(take({ids[0]}));
  EXPECT_EQ(store_.find(ids[1])->cluster, std::nullopt);
  EXPECT_EQ(store_.find(ids[2])->cluster, ids[1]);
  EXPECT_EQ(store_.find(ids[3])->cluster, ids[1]);
  EXPECT_EQ(store_.last_seq(), seq + 3);
}

TEST_F(TakedownsTest, WithheldAndThenPurgedByAnother) {
  const ArticleId id = put(make_article("a", "Fog", "Fog at sea.")).id;
  const auto first = take({id});
  const auto second = take({id});
  erase(second);
  EXPECT_EQ(table_.of(id, kNow)->number, second);
  write([&] { table_.end_purge(second, kNow); });
  EXPECT_EQ(table_.find(first)->state, TakedownState::Purged);
}

TEST_F(TakedownsTest, ScrubsWhatLogsTell) {
  write([&] {
    RejectLog log(catalog_);
    log.add(run_, rejected("d", 1, 0, "cut off", "tells it"));
    log.add(run_, rejected("d", 2, 0, "tells it", "does not"));
    log.add_remark(run_, {"d", 3, 0}, "tells it");
  });
  const auto tells = [](std::string_view text) { return text.find("tells") != std::string_view::npos; };
  EXPECT_EQ(write([&] { return scrub_logs(catalog_, tells); }), 3);
  EXPECT_EQ(rows("rejects WHERE excerpt LIKE '%tells%' OR reason LIKE '%tells%'"), 0);
  EXPECT_EQ(rows("rejects WHERE excerpt = 'does not'"), 1);
  EXPECT_EQ(rows("remarks WHERE remark = '(withdrawn)'"), 1);
}

TEST_F(TakedownsTest, TracesAreKeptUntilThePurgeIsProved) {
  const auto number = take({put(make_article("a", "Fog", "Fog at sea.")).id});
  const PurgeTraces traces{{1, 0xFFFFFFFFFFFFFFFF}, {3}, {4, 5}};
  write([&] { save_traces(catalog_, number, traces); });
  const auto loaded = load_traces(catalog_, number);
  EXPECT_THAT(loaded.pieces, testing::UnorderedElementsAreArray(traces.pieces));
  EXPECT_EQ(loaded.short_pieces, traces.short_pieces);
  EXPECT_THAT(loaded.terms, testing::UnorderedElementsAreArray(traces.terms));
  erase(number);
  write([&] { table_.end_purge(number, kNow); });
  EXPECT_EQ(rows("purge_traces"), 0);
}

}  // namespace
}  // namespace morgue::catalog
