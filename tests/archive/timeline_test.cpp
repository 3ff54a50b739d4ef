// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/timeline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive/ingest.h"
#include "core/error.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

class TimelineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ingest({story("2024-12-30", "fog"), story("2025-01-05", "rain"), story("2025-01-05T23:00:00-06:00", "fog"),
            story("2025-03-01", "fog"), story("2025-03-31", "rain"), story("2025-06", "fog"), story("2025", "fog"),
            story("", "fog")});
  }

  std::string story(const std::string& date, const std::string& word) {
    const std::string number = std::to_string(++stories_);
    return R"({"id":")" + number + R"(","title":"Story )" + number + R"(","text":"It says )" + word +
           R"(.","topic":")" + (word == "rain" ? "weather" : "sea") + R"(","date":")" + date + "\"}\n";
  }

  void ingest(const std::vector<std::string>& stories) {
    std::string dump;
    for (const auto& one : stories) dump += one;
    IngestOptions options;
    options.intake.paths = {dir_.write("dump" + std::to_string(stories_) + ".jsonl", dump).string()};
    options.command = "morgue ingest";
    IngestObserver observer;
    observer.rejected = [](const Reject&) {};
    observer.skipped = [](const Skipped&) {};
    observer.unreadable = [](const Unreadable&) {};
    observer.progress = [](const IngestProgress&) {};
    observer.stop_wanted = [] { return false; };
    archive::ingest(layout_, options, observer);
  }

  Timeline of(const std::string& query, std::optional<PeriodUnit> by = std::nullopt) {
    Reader reader(layout_);
    return timeline(reader, query::parse(query, {}), by);
  }

  /// `2025-01 1/2` for one hit among two articles.
  static std::vector<std::string> rows(const Timeline& timeline) {
    std::vector<std::string> out;
    for (const auto& row : timeline.rows) {
      out.push_back(row.period + " " + std::to_string(row.hits) + "/" + std::to_string(row.articles));
    }
    return out;
  }

  using Rows = std::vector<std::string>;

  int stories_ = 0;
  test::TempDir dir_;
  Layout layout_{dir_.path() / "archive"};
};

TEST_F(TimelineTest, ShowsGapsFromTheFirstToTheLastPeriodOfTheData) {
  const auto months = of("fog", PeriodUnit::Month);
  EXPECT_EQ(rows(months), (Rows{"2024-12 1/1", "2025-01 1/2", "2025-02 0/0", "2025-03 1/2", "2025-04 0/0",
                                "2025-05 0/0", "2025-06 1/1"}));
  EXPECT_EQ(months.hits, 6);
  EXPECT_EQ(months.undated, 1);
  EXPECT_EQ(months.coarse, 1);
}

TEST_F(TimelineTest, DatesKnownByLessAreLeftOutAndCounted) {
  const auto years = of("fog", PeriodUnit::Year);
  EXPECT_EQ(rows(years), (Rows{"2024 1/1", "2025 4/6"}));
  EXPECT_EQ(years.coarse, 0);
  const auto days = of("fog", PeriodUnit::Day);
  EXPECT_EQ(days.coarse, 2);
  EXPECT_EQ(days.rows.size(), 92U);
  EXPECT_EQ(days.rows.front().period, "2024-12-30");
  EXPECT_EQ(days.rows.at(6).articles, 2) << "the day of an article is its publisher's";
  EXPECT_EQ(days.rows.back().period, "2025-03-31");
}

TEST_F(TimelineTest, WeeksAreThoseOfIso8601) {
  const auto weeks = of("fog", PeriodUnit::Week);
  EXPECT_EQ(weeks.rows.size(), 14U);
  EXPECT_EQ(rows(weeks).front(), "2025-W01 2/3");
  EXPECT_EQ(rows(weeks).back(), "2025-W14 0/1");
}

TEST_F(TimelineTest, FiltersNarrowTheArticles) {
  EXPECT_EQ(rows(of("rain topic:sea", PeriodUnit::Year)), (Rows{"2024 0/1", "2025 0/4"}));
  EXPECT_EQ(rows(of("topic:weather", PeriodUnit::Year)), (Rows{"2025 2/2"}));
  EXPECT_EQ(rows(of("fog OR topic:weather", PeriodUnit::Year)), (Rows{"2024 1/1", "2025 6/6"}));
}

TEST_F(TimelineTest, DatesOfTheQueryBoundTheRows) {
  const auto march = of("fog date:2025-03");
  EXPECT_EQ(march.by, PeriodUnit::Day);
  ASSERT_EQ(march.rows.size(), 31U);
  EXPECT_EQ(rows(march).front(), "2025-03-01 1/1");
  EXPECT_EQ(rows(march).at(1), "2025-03-02 0/0");
  EXPECT_EQ(rows(march).back(), "2025-03-31 0/1");
  EXPECT_EQ(of("fog date:2023..2024", PeriodUnit::Month).rows.size(), 24U);
  EXPECT_EQ(rows(of("fog date:2025-05..", PeriodUnit::Month)), (Rows{"2025-05 0/0", "2025-06 1/1"}));
  EXPECT_EQ(rows(of("fog date:..2024", PeriodUnit::Year)), (Rows{"2024 1/1"}));
  EXPECT_EQ(rows(of("fog date:1990..1991", PeriodUnit::Year)), (Rows{"1990 0/0", "1991 0/0"}));
  EXPECT_EQ(rows(of("fog date:2030..", PeriodUnit::Year)), Rows{});
}

TEST_F(TimelineTest, TheUnitMakesAFewRows) {
  EXPECT_EQ(of("topic:weather").by, PeriodUnit::Week);
  EXPECT_EQ(of("fog date:2025-01..2025-02").by, PeriodUnit::Day);
  EXPECT_EQ(of("topic:weather date:2021..2025").by, PeriodUnit::Month);
  EXPECT_EQ(of("topic:weather date:1600..2025").by, PeriodUnit::Year);
}

TEST_F(TimelineTest, TheUnitIsOneThatMostDatesAreKnownBy) {
  std::vector<std::string> months;
  for (int i = 0; i < 60; ++i) months.push_back(story("2025-04", "sleet"));
  ingest(months);
  const auto found = of("sleet");
  EXPECT_EQ(found.by, PeriodUnit::Month);
  EXPECT_EQ(found.coarse, 0);
}

TEST_F(TimelineTest, ChosenAndGivenUnitsCountTheSame) {
  for (const char* query : {"fog", "topic:weather", "fog date:2025-01..2025-02", "fog date:2020..2025", "*"}) {
    const auto chosen = of(query);
    EXPECT_EQ(rows(chosen), rows(of(query, chosen.by))) << query;
  }
}

TEST_F(TimelineTest, UndatedMatchesHaveNoRows) {
  const auto found = of("date:none");
  EXPECT_EQ(found.hits, 1);
  EXPECT_EQ(found.undated, 1);
  EXPECT_TRUE(found.rows.empty());
  EXPECT_TRUE(of("zeppelin date:none", PeriodUnit::Week).rows.empty());
}

TEST_F(TimelineTest, TooManyRowsAreAnErrorThatNamesLargerPeriods) {
  try {
    of("fog date:1600..2025", PeriodUnit::Day);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Usage);
    EXPECT_NE(error.message().find("155594 rows"), std::string::npos) << error.message();
    EXPECT_NE(error.hint().find("--by month"), std::string::npos);
  }
  EXPECT_EQ(of("fog date:0000..9999", PeriodUnit::Year).rows.size(), 10'000U);
}

}  // namespace
}  // namespace morgue::archive
