// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/timestamp.h"
#include "text/date_clock.h"
#include "text/date_scan.h"

namespace morgue::text {

/// A date and where it ends. The clock is set when the time stands inside the date (`Dec 31 14:05:00 2017`).
struct DateMatch {
  Day day;
  Precision precision = Precision::Day;
  std::size_t next = 0;
  std::optional<ClockTime> clock;
};

/// The date that begins at token `at`, in any of the shapes that parse_date knows; empty if none does.
std::optional<DateMatch> match_date(const std::vector<DateToken>& tokens, std::size_t at, bool day_first);

}  // namespace morgue::text
