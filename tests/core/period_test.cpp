// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/period.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

Timestamp at(const char* text) {
  return Timestamp::from_string(text).value();
}

TEST(Period, IsNamedAfterItsUnit) {
  const auto label = [](const char* date, PeriodUnit unit) {
    const auto period = period_of(at(date), unit);
    return period ? period_label(*period, unit) : "none";
  };
  EXPECT_EQ(label("2025-06-24", PeriodUnit::Day), "2025-06-24");
  EXPECT_EQ(label("2025-06-24", PeriodUnit::Week), "2025-W26");
  EXPECT_EQ(label("2025-06-24", PeriodUnit::Month), "2025-06");
  EXPECT_EQ(label("2025-06-24", PeriodUnit::Year), "2025");
  EXPECT_EQ(label("0000-01", PeriodUnit::Month), "0000-01");
  EXPECT_EQ(label("9999-12-31", PeriodUnit::Day), "9999-12-31");
}

TEST(Period, ADayIsThePublishersOwn) {
  EXPECT_EQ(period_of(at("2025-06-30T23:30:00-05:00"), PeriodUnit::Month), period_of(at("2025-06"), PeriodUnit::Month));
}

TEST(Period, ADateKnownByLessHasNone) {
  EXPECT_EQ(period_of(at("2025-06"), PeriodUnit::Day), std::nullopt);
  EXPECT_EQ(period_of(at("2025-06"), PeriodUnit::Week), std::nullopt);
  EXPECT_NE(period_of(at("2025-06"), PeriodUnit::Month), std::nullopt);
  EXPECT_EQ(period_of(at("2025"), PeriodUnit::Month), std::nullopt);
  EXPECT_EQ(period_of(at("2025"), PeriodUnit::Year), 2025);
}

/// Weeks around the turn of the year after ISO 8601.
TEST(Period, WeeksBelongToTheYearOfTheirThursday) {
  const struct {
    Day day;
    const char* week;
  } kCases[] = {
      {{2005, 1, 1}, "2004-W53"},   {{2005, 1, 2}, "2004-W53"},   {{2005, 1, 3}, "2005-W01"},
      {{2007, 1, 1}, "2007-W01"},   {{2008, 12, 29}, "2009-W01"}, {{2009, 12, 31}, "2009-W53"},
      {{2010, 1, 3}, "2009-W53"},   {{2010, 1, 4}, "2010-W01"},   {{1969, 12, 28}, "1969-W52"},
      {{1969, 12, 29}, "1970-W01"}, {{1899, 12, 31}, "1899-W52"}, {{1600, 2, 29}, "1600-W09"},
      {{0, 1, 1}, "-001-W52"},      {{0, 1, 3}, "0000-W01"},      {{9999, 12, 31}, "9999-W52"},
  };
  for (const auto& [day, week] : kCases) {
    EXPECT_EQ(period_label(period_of(day, PeriodUnit::Week), PeriodUnit::Week), week);
  }
}

void expect_no_gaps(Day first, Day last, PeriodUnit unit) {
  std::int64_t period = period_of(first, unit);
  for (std::int64_t day = first.days_since_epoch(); day <= last.days_since_epoch(); ++day) {
    const std::int64_t next = period_of(Day::from_days_since_epoch(day), unit);
    if (next == period) continue;
    ASSERT_EQ(next, ++period);
    ASSERT_EQ(first_day_of(period, unit).days_since_epoch(), day);
  }
}

TEST(Period, NumbersGoUpByOne) {
  for (const PeriodUnit unit : {PeriodUnit::Day, PeriodUnit::Week, PeriodUnit::Month, PeriodUnit::Year}) {
    expect_no_gaps({0, 1, 1}, {5, 1, 10}, unit);
    expect_no_gaps({1895, 1, 1}, {2105, 12, 31}, unit);
  }
}

TEST(Period, UnitsHaveNames) {
  for (const PeriodUnit unit : {PeriodUnit::Day, PeriodUnit::Week, PeriodUnit::Month, PeriodUnit::Year}) {
    EXPECT_EQ(period_unit_from_string(to_string(unit)), unit);
  }
  EXPECT_EQ(period_unit_from_string("days"), std::nullopt);
}

}  // namespace
}  // namespace morgue
