// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/date_doubts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace morgue::archive {
namespace {

constexpr std::int64_t kYear = 366;

/// A source that published each day, and then some.
std::vector<std::int64_t> daily(std::int64_t days, const std::vector<std::int64_t>& more = {}) {
  std::vector<std::int64_t> out = more;
  for (std::int64_t day = 0; day < days; ++day) out.push_back(day);
  std::ranges::sort(out);
  return out;
}

void expect_usual(const std::vector<std::int64_t>& days, std::int64_t first, std::int64_t last) {
  const UsualDays usual = usual_days(days);
  EXPECT_EQ(usual.first, first);
  EXPECT_EQ(usual.last, last);
}

TEST(UsualDays, AreAllWhereNothingStandsApart) {
  expect_usual(daily(1000), 0, 999);
  expect_usual(daily(1000, {-5 * kYear, 999 + 5 * kYear}), -5 * kYear, 999 + 5 * kYear);
}

TEST(UsualDays, LeaveOutWhatIsFarAway) {
  expect_usual(daily(1000, {-5 * kYear - 1}), 0, 999);
  expect_usual(daily(1000, {1000 + 5 * kYear}), 0, 999);
  expect_usual(daily(1000, {-9000, -8000, 9000, 9001}), 0, 999);
}

/// What is old for a year is not for a century.
TEST(UsualDays, FarIsFarForTheSource) {
  expect_usual(daily(36'500, {-30'000}), -30'000, 36'499);
  expect_usual(daily(36'500, {-37'000}), 0, 36'499);
}

TEST(UsualDays, ManyAreNotApart) {
  std::vector<std::int64_t> early;
  for (std::int64_t day = 0; day < 12; ++day) early.push_back(day - 9000);
  expect_usual(daily(1000, early), -9000, 999);
}

TEST(UsualDays, FewDatesHaveNoPattern) {
  expect_usual(daily(18, {-9000}), -9000, 17);
  expect_usual(daily(19, {-9000}), 0, 18);
  expect_usual({7}, 7, 7);
  expect_usual({}, 0, 0);
}

TEST(UsualDays, TheSameDayEveryTime) {
  expect_usual(std::vector<std::int64_t>(50, 3), 3, 3);
}

}  // namespace
}  // namespace morgue::archive
