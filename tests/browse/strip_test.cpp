// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/strip.h"

#include <gtest/gtest.h>

namespace morgue::browse {
namespace {

Spread months(std::vector<Spread::Row> rows) {
  return {1, PeriodUnit::Month, period_of(Day{1987, 1, 1}, PeriodUnit::Month), std::move(rows)};
}

TEST(Strip, GivesAFewPeriodsSeveralColumns) {
  const Strip strip = strip_of(months({{1, 1}, {2, 2}}), 40);
  EXPECT_EQ(strip.first, "1987-01");
  EXPECT_EQ(strip.last, "1987-02");
  ASSERT_EQ(strip.columns.size(), 8U);
  EXPECT_EQ(strip.columns[3].row, 0U);
  EXPECT_EQ(strip.columns[4].row, 1U);
}

TEST(Strip, ShowsTheHighestOfPeriodsThatShareAColumn) {
  std::vector<Spread::Row> rows(100, {0, 1});
  rows[37].hits = 9;
  const Strip strip = strip_of(months(rows), 30);
  ASSERT_FALSE(strip.columns.empty());
  EXPECT_LE(strip.columns.size(), 30U);
  std::int64_t most = 0;
  for (const auto& column : strip.columns) most = std::max(most, column.hits);
  EXPECT_EQ(most, 9);
}

TEST(Strip, TellsAGapFromZeroAndLittleFromNothing) {
  EXPECT_EQ(strip_bar({0, 0, 0}, 1000, false), "·");
  EXPECT_EQ(strip_bar({0, 0, 5}, 1000, false), " ");
  EXPECT_EQ(strip_bar({0, 1, 5}, 1000, false), "▁");
  EXPECT_EQ(strip_bar({0, 1000, 5}, 1000, false), "█");
  EXPECT_NE(strip_bar({0, 0, 0}, 1000, true), strip_bar({0, 0, 5}, 1000, true));
}

TEST(Strip, FindsThePeriodUnderTheMouse) {
  const Spread spread = months({{1, 1}, {2, 2}});
  const Area area{2, 0, 1, 40};
  EXPECT_EQ(row_at(area, spread, 8), std::optional<std::size_t>(0));
  EXPECT_EQ(row_at(area, spread, 15), std::optional<std::size_t>(1));
  EXPECT_FALSE(row_at(area, spread, 3));
  EXPECT_FALSE(row_at(area, spread, 39));
}

TEST(Strip, IsEmptyWhereThereIsNoRoom) {
  EXPECT_TRUE(strip_of(months({{1, 1}}), 10).columns.empty());
  EXPECT_TRUE(strip_of(months({}), 80).columns.empty());
}

}  // namespace
}  // namespace morgue::browse
