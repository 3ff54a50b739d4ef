// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "archive/ingest.h"
#include "archive/reader.h"
#include "archive/reindex.h"
#include "archive/timeline.h"
#include "catalog/catalog.h"
#include "catalog/connection.h"
#include "core/error.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

class EmbargoTest : public ::testing::Test {
 protected:
  IngestReport ingest(const std::string& dump) {
    IngestOptions options;
    options.intake.paths = {dir_.write("dump" + std::to_string(++dumps_) + ".jsonl", dump).string()};
    options.command = "morgue ingest";
    IngestObserver observer;
    observer.rejected = [](const Reject&) {};
    observer.skipped = [](const Skipped&) {};
    observer.unreadable = [](const Unreadable&) {};
    observer.progress = [](const IngestProgress&) {};
    observer.stop_wanted = [] { return false; };
    return archive::ingest(layout_, options, observer);
  }

  static std::string story(const std::string& id, const std::string& more = "",
                           const std::string& text = "fog at sea") {
    return R"({"id":")" + id + R"(","title":"Story )" + id + R"(","text":")" + text +
           R"(","topic":"sea","date":"2020-01-02")" + more + "}\n";
  }

  std::int64_t count(const std::string& query) { return Reader(layout_).count(query::parse(query, {})); }

  test::TempDir dir_;
  Layout layout_{dir_.path() / "archive"};
  int dumps_ = 0;
};

constexpr const char* kFuture = R"(,"embargo":"2899-05-06T07:08:09Z")";

TEST_F(EmbargoTest, StoredAndIndexedAndNotShown) {
  EXPECT_EQ(ingest(story("1") + story("2", kFuture) + story("3", R"(,"embargo":"2001-01-01")")).counts.added, 3);
  Reader reader(layout_);
  const auto all = query::parse("*", {});
  EXPECT_EQ(reader.index_lag(), 0);
  EXPECT_EQ(reader.count(all), 2);
  EXPECT_EQ(reader.count(query::parse("fog", {})), 2);
  EXPECT_EQ(reader.count(query::parse("id:2", {})), 0);
  EXPECT_EQ(reader.matches(all), (std::vector<ArticleId>{3, 1}));
  SearchOptions newest;
  newest.sort = index::Sort::Newest;
  for (const SearchOptions& options : {SearchOptions{}, newest}) {
    const auto found = reader.search(query::parse("fog", {}), options);
    EXPECT_EQ(found.total, 2);
    EXPECT_EQ(found.hits.size(), 2U);
  }
  EXPECT_EQ(reader.facets(all, catalog::FacetField::Topic, 0).front().second, 2);
  EXPECT_EQ(reader.periods(all, PeriodUnit::Year).front().second, 2);
  std::int64_t exported = 0;
  reader.for_each(all, [&](const StoredArticle&) { return ++exported, true; });
  EXPECT_EQ(exported, 2);
  for (const auto& hit : reader.similar(1, {}).hits) EXPECT_NE(hit.article.id, 2);
}

TEST_F(EmbargoTest, AskedForByItsNumberItSaysUntilWhen) {
  ingest(story("1") + story("2", kFuture) + story("3", R"(,"pubstatus":"withheld")"));
  Reader reader(layout_);
  EXPECT_TRUE(reader.find(1));
  EXPECT_EQ(reader.embargo_of(1), "");
  EXPECT_FALSE(reader.find(2));
  EXPECT_TRUE(reader.revisions(2).empty());
  EXPECT_EQ(reader.embargo_of(2), "article 2 is under embargo until 2899-05-06T07:08:09Z");
  EXPECT_EQ(reader.embargo_of(3), "article 3 is withheld by its publisher");
  EXPECT_EQ(reader.embargo_of(99), "");
  EXPECT_THROW(static_cast<void>(reader.similar(2, {})), Error);
}

TEST_F(EmbargoTest, ShownFromItsHourOnWithoutAnyOtherWork) {
  ingest(story("1", kFuture));
  EXPECT_EQ(count("fog"), 0);
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog.connection().execute("UPDATE articles SET hidden_until = 1000");
  }
  EXPECT_EQ(count("fog"), 1);
  EXPECT_TRUE(Reader(layout_).find(1));
}

TEST_F(EmbargoTest, LiftedByALaterRecordAndKeptWhenTheIndexIsMadeAgain) {
  ingest(story("1", kFuture) + story("2"));
  IndexOptions again;
  again.full = true;
  reindex(layout_, again, "morgue reindex");
  EXPECT_EQ(count("*"), 1);
  const auto report = ingest(story("1"));
  EXPECT_EQ(report.counts.unchanged, 1);
  EXPECT_EQ(count("*"), 2);
}

TEST_F(EmbargoTest, WithdrawnItemsStayAndSaySo) {
  ingest(story("1", R"(,"pubstatus":"canceled")"));
  EXPECT_EQ(count("fog"), 1);
  EXPECT_EQ(Reader(layout_).find(1)->status, ItemStatus::Canceled);
}

TEST_F(EmbargoTest, OlderVersionsReadLaterAreFoundByTheNewText) {
  const auto version = [](const std::string& hour, const std::string& text) {
    return story("1", R"(,"updated":"2020-01-02T)" + hour + R"(:00:00Z")", text);
  };
  ingest(version("11", "rain"));
  EXPECT_EQ(ingest(version("10", "fog")).counts.revised, 1);
  EXPECT_EQ(count("rain"), 1);
  EXPECT_EQ(count("fog"), 0);
  Reader reader(layout_);
  EXPECT_EQ(reader.find(1)->revision, 2);
  EXPECT_EQ(reader.revisions(1).front().body, "fog");
}

}  // namespace
}  // namespace morgue::archive
