// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/date_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace morgue::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Timestamp stamp(std::string_view text) {
  return Timestamp::from_string(text).value();
}

/// First and last day of what is known.
std::pair<Day, Day> span_of(const Timestamp& date) {
  const Day& day = date.day;
  if (date.precision == Precision::Year) return {{day.year, 1, 1}, {day.year, 12, 31}};
  if (date.precision == Precision::Month) {
    return {{day.year, day.month, 1}, {day.year, day.month, Day::days_in_month(day.year, day.month)}};
  }
  return {day, day};
}

TEST(DateTerms, AsPreciseAsKnown) {
  EXPECT_THAT(terms_of_date(stamp("2025")), ElementsAre("Y2025"));
  EXPECT_THAT(terms_of_date(stamp("2025-06")), ElementsAre("Y2025", "M202506"));
  EXPECT_THAT(terms_of_date(stamp("0007-06-24")), ElementsAre("Y0007", "M000706", "D00070624"));
  // The publisher's own day, not the UTC one.
  EXPECT_THAT(terms_of_date(stamp("2025-06-24T23:30:00-05:00")), ElementsAre("Y2025", "M202506", "D20250624"));
}

TEST(DateTerms, Covering) {
  const std::vector<int> years = {1899, 2023, 2024, 2025};
  EXPECT_THAT(covering_terms(Day{2024, 1, 1}, Day{2024, 12, 31}, years), ElementsAre("Y2024"));
  EXPECT_THAT(covering_terms(Day{2024, 11, 30}, Day{2025, 2, 1}, years),
              ElementsAre("D20241130", "M202412", "M202501", "D20250201"));
  EXPECT_THAT(covering_terms({}, Day{1999, 12, 31}, years), ElementsAre("Y1899"));
  EXPECT_THAT(covering_terms(Day{2024, 12, 31}, {}, years), ElementsAre("D20241231", "Y2025"));
  EXPECT_THAT(covering_terms({}, {}, years), ElementsAre("Y1899", "Y2023", "Y2024", "Y2025"));
  EXPECT_THAT(covering_terms(Day{2025, 2, 2}, Day{2025, 2, 1}, years), IsEmpty());
  EXPECT_THAT(covering_terms(Day{2000, 1, 1}, Day{2000, 12, 31}, years), IsEmpty());
}

TEST(DateTerms, AgreeWithComparingDays) {
  std::mt19937 random(7);
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  const std::vector<int> years = {2023, 2024, 2025};
  const auto day = [&] {
    const int year = pick(2022, 2026);
    const int month = pick(1, 12);
    return Day{year, month, pick(0, 2) == 0 ? 1 : pick(1, Day::days_in_month(year, month))};
  };
  for (int i = 0; i < 3000; ++i) {
    Timestamp date;
    date.day = day();
    date.day.year = pick(2023, 2025);
    date.day.day = std::min(date.day.day, 28);
    date.precision = static_cast<Precision>(pick(0, 3));
    std::optional<Day> from;
    std::optional<Day> to;
    if (pick(0, 5) != 0) from = day();
    if (pick(0, 5) != 0) to = day();
    const auto [first, last] = span_of(date);
    const bool expected = (!from || first >= *from) && (!to || last <= *to);
    const auto covering = covering_terms(from, to, years);
    const std::set<std::string> cover(covering.begin(), covering.end());
    bool hit = false;
    for (const auto& term : terms_of_date(date)) hit = hit || cover.contains(term);
    EXPECT_EQ(hit, expected) << date.to_string();
  }
}

}  // namespace
}  // namespace morgue::index
