// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/yearless_date.h"

#include <algorithm>

#include "text/date_parse.h"

namespace morgue::extract {
namespace {

/// Clocks are set differently round the world: an address may carry the day before.
constexpr std::int64_t kDaysApart = 2;

std::optional<Timestamp> in_year_of(const text::MonthDay& date, const Timestamp& evidence) {
  Timestamp when;
  when.day = {evidence.day.year, date.month, date.day};
  bool later = false;
  if (evidence.precision == Precision::Month) {
    later = date.month > evidence.day.month;
  } else if (evidence.precision != Precision::Year) {
    later = when.day.days_since_epoch() > evidence.day.days_since_epoch() + kDaysApart;
  }
  if (later) --when.day.year;
  return when.day.valid() ? std::optional(when) : std::nullopt;
}

}  // namespace

std::optional<Timestamp> complete_date(const std::vector<std::vector<const Field*>>& places,
                                       std::span<const std::optional<Timestamp>> evidence) {
  constexpr std::size_t kLongestDate = 60;
  const auto known = std::ranges::find_if(evidence, [](const auto& date) { return date.has_value(); });
  if (known == evidence.end()) return std::nullopt;
  for (const auto& values : places) {
    for (const Field* field : values) {
      if (field->value.size() > kLongestDate) continue;
      if (const auto date = text::find_month_day(field->value)) return in_year_of(*date, **known);
    }
  }
  return std::nullopt;
}

}  // namespace morgue::extract
