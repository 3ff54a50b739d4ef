// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/period.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace morgue {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"day", "week", "month", "year"};
constexpr std::int64_t kDaysPerWeek = 7;
// 1970-01-01 was a Thursday; weeks begin on Monday.
constexpr std::int64_t kEpochSinceMonday = 3;
constexpr std::int64_t kMonthsPerYear = 12;

constexpr std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

/// Its fourth day decides which year a week belongs to.
Day thursday_of(std::int64_t week) {
  return Day::from_days_since_epoch(week * kDaysPerWeek);
}

std::string week_label(std::int64_t week) {
  const Day thursday = thursday_of(week);
  const std::int64_t before = thursday.days_since_epoch() - Day{thursday.year, 1, 1}.days_since_epoch();
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-W%02d", thursday.year, static_cast<int>(before / kDaysPerWeek) + 1);
  return buffer.data();
}

Precision precision_for(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::Year:
      return Precision::Year;
    case PeriodUnit::Month:
      return Precision::Month;
    case PeriodUnit::Week:
    case PeriodUnit::Day:
      return Precision::Day;
  }
  return Precision::Day;
}

}  // namespace

std::int64_t period_of(const Day& day, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::Day:
      return day.days_since_epoch();
    case PeriodUnit::Week:
      return floor_div(day.days_since_epoch() + kEpochSinceMonday, kDaysPerWeek);
    case PeriodUnit::Month:
      return std::int64_t{day.year} * kMonthsPerYear + day.month - 1;
    case PeriodUnit::Year:
      return day.year;
  }
  return 0;
}

std::optional<std::int64_t> period_of(const Timestamp& time, PeriodUnit unit) {
  if (time.precision < precision_for(unit)) return std::nullopt;
  return period_of(time.day, unit);
}

Day first_day_of(std::int64_t period, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::Day:
      return Day::from_days_since_epoch(period);
    case PeriodUnit::Week:
      return Day::from_days_since_epoch(period * kDaysPerWeek - kEpochSinceMonday);
    case PeriodUnit::Month: {
      const std::int64_t year = floor_div(period, kMonthsPerYear);
      return {static_cast<int>(year), static_cast<int>(period - year * kMonthsPerYear) + 1, 1};
    }
    case PeriodUnit::Year:
      return {static_cast<int>(period), 1, 1};
  }
  return {};
}

std::string period_label(std::int64_t period, PeriodUnit unit) {
  if (unit == PeriodUnit::Week) return week_label(period);
  return Timestamp{first_day_of(period, unit), 0, 0, precision_for(unit)}.to_string();
}

std::string_view to_string(PeriodUnit unit) {
  return kNames.at(static_cast<std::size_t>(unit));
}

std::optional<PeriodUnit> period_unit_from_string(std::string_view text) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == text) return static_cast<PeriodUnit>(i);
  }
  return std::nullopt;
}

}  // namespace morgue
