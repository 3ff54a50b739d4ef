// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/timestamp.h"

namespace morgue::text {

/// Reads a date as dumps write them: ISO 8601 in every precision, zone and laxness (`2020-11-3`), RFC 2822,
/// `26-FEB-1987 15:01:01.79` with junk behind, `December 31, 2017`, `31 décembre 2017`, `31.12.2017`, `2017年12月31日`,
/// compact 20171231, with or without weekday and time. Empty on anything that is not a date: never a guess. An
/// impossible time on a sound day (`31-MAR-1987 605:12:19.12`) keeps the day. Ambiguous 03/04/2017 is read by
/// `day_first`.
std::optional<Timestamp> parse_date(std::string_view text, bool day_first = false);

/// Seconds, milliseconds, microseconds or nanoseconds since 1970 as a number in text (`1525925890.229`); UTC, precision Second. Values outside
/// 1800..2200 are refused.
std::optional<Timestamp> parse_epoch(std::string_view number);

/// The first `Month day` without a year in a sentence (`on June 24`), in English, for inference of page dates.
struct MonthDay {
  int month = 0;
  int day = 0;
};
std::optional<MonthDay> find_month_day(std::string_view sentence);

}  // namespace morgue::text
