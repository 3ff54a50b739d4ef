// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/date_scan.h"

namespace morgue::text {

struct ClockTime {
  std::int32_t second_of_day = 0;
  std::int16_t offset_minutes = 0;
  std::size_t next = 0;  ///< first token behind the time and its zone
};

/// A time of day at token `at` (behind separators such as `T`, `at`, `um`, a comma): 14:05, 14:05:07.25, 14h30, 3 PM,
/// 14.30 Uhr, 14時05分, with or without zone. Empty if there is none or it is impossible.
std::optional<ClockTime> read_clock(const std::vector<DateToken>& tokens, std::size_t at);

/// Minutes east of UTC of the zone at token `at` (`Z`, `GMT+1`, `+0100`), which it moves past; 0 for none.
int read_zone(const std::vector<DateToken>& tokens, std::size_t& at);

}  // namespace morgue::text
