// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/coverage.h"

#include <gmock/gmock.h>

#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class CoverageTest : public ArchiveTest {
 protected:
  static std::string dated(const std::string& id, const std::string& source, const std::string& date) {
    return R"({"id":")" + id + R"(","title":"T)" + id + R"(","text":"ferry )" + id + R"(","source":")" + source +
           R"(","published":")" + date + "\"}\n";
  }
  Coverage cover(const std::string& query = "*", std::optional<PeriodUnit> by = {}) {
    Reader reader(layout_);
    return coverage(reader, query::parse(query, {}), by);
  }
};

TEST_F(CoverageTest, CountsEachSourceByItself) {
  ingest(dated("1", "A", "2020-01-05") + dated("2", "B", "2020-02") + dated("3", "A", "2020-01-31T23:00:00-05:00") +
         dated("4", "A", "2020-03-01") + dated("5", "A", "2020") + dated("6", "A", ""));
  const Coverage found = cover("*", PeriodUnit::Month);
  ASSERT_EQ(found.sources.size(), 2U);
  const SourceCoverage& a = found.sources[0];
  EXPECT_EQ(a.source, "A");
  EXPECT_EQ(a.articles, 5);
  EXPECT_EQ(a.undated, 1);
  EXPECT_EQ(a.coarse, 1);
  const std::int64_t january = 2020 * 12;
  EXPECT_THAT(a.periods, ElementsAre(Pair(january, 2), Pair(january + 2, 1)));
  EXPECT_THAT(found.sources[1].periods, ElementsAre(Pair(january + 1, 1)));
  const Coverage one = cover("id:2");
  ASSERT_EQ(one.sources.size(), 1U);
  EXPECT_EQ(one.sources[0].source, "B");
  EXPECT_THAT(cover("nothing").sources, IsEmpty());
}

TEST_F(CoverageTest, TheUnitFitsTheLongestSpan) {
  ingest(dated("1", "A", "2020-01-05") + dated("2", "A", "2024-12-31") + dated("3", "B", "1900-12-31"));
  EXPECT_EQ(cover().by, PeriodUnit::Month);
  ingest(dated("4", "A", "2025-01-01"));
  EXPECT_EQ(cover().by, PeriodUnit::Year);
  EXPECT_EQ(cover("source:b").by, PeriodUnit::Month);
  std::string small;
  for (int i = 10; i < 50; ++i) small += dated(std::to_string(i), "S" + std::to_string(i / 4), "2020-01-05");
  ingest(small);
  EXPECT_EQ(cover("-id:1").by, PeriodUnit::Month);  // A is one of the small ones now
  EXPECT_EQ(cover("source:a OR source:b").by, PeriodUnit::Year);
  ingest(dated("5", "B", "1900"));
  EXPECT_EQ(cover("source:b").by, PeriodUnit::Year);
}

TEST_F(CoverageTest, DatesThatCannotBeAreNotCounted) {
  ingest(dated("1", "A", "1599-12-31") + dated("2", "A", "1600-01-01"));
  const Coverage found = cover("*", PeriodUnit::Year);
  ASSERT_EQ(found.sources.size(), 1U);
  EXPECT_THAT(found.sources[0].periods, ElementsAre(Pair(1600, 1)));
  ASSERT_EQ(found.sources[0].doubtful.size(), 1U);
  EXPECT_EQ(found.sources[0].doubtful[0].id, 1);
  EXPECT_EQ(found.sources[0].doubtful[0].why, DateDoubt::Early);
}

/// Not later than now: later than when it was stored.
TEST_F(CoverageTest, TheFutureIsThatOfTheRunThatStoredIt) {
  ingest(dated("1", "A", "2020-06-10T12:00:00Z") + dated("2", "A", "2020-06-12T00:00:00Z"));
  const auto noon = Timestamp::from_string("2020-06-10T20:00:00Z")->utc_seconds();
  sql("UPDATE runs SET started = " + std::to_string(noon));
  sql("UPDATE revisions SET recorded_at = " + std::to_string(noon));
  const Coverage found = cover();
  ASSERT_EQ(found.sources[0].doubtful.size(), 1U);
  EXPECT_EQ(found.sources[0].doubtful[0].id, 2);
  EXPECT_EQ(found.sources[0].doubtful[0].why, DateDoubt::Future);
  sql("UPDATE revisions SET recorded_at = recorded_at + 86400 WHERE article_id = 2");
  EXPECT_THAT(cover().sources[0].doubtful, IsEmpty());
}

TEST_F(CoverageTest, WhatIsWithheldIsNotCounted) {
  ingest(dated("1", "A", "2020-01-05") + dated("2", "A", "2020-01-06"));
  desk().withhold(plan({2}), because("order"));
  EXPECT_EQ(cover().sources[0].articles, 1);
}

}  // namespace
}  // namespace morgue::archive
