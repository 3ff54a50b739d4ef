// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/timestamp.h"

namespace morgue::text {

/// A date inside a line.
struct DateInText {
  Timestamp when;  ///< precision Day or Second
  std::size_t begin = 0;
  std::size_t end = 0;
  bool ambiguous = false;  ///< `03/04/2017`: read by `day_first`, could be the other way round
};

/// All whole dates (day, month and year) of a line, with their times where these stand right behind them, in order.
/// Looks at the first 600 bytes.
std::vector<DateInText> dates_in_text(std::string_view line, bool day_first);

}  // namespace morgue::text
