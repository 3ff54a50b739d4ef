// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/article.h"
#include "core/timestamp.h"

namespace morgue::archive {

/// Why a date of publication may be wrong.
enum class DateDoubt : std::uint8_t {
  Future,  ///< more than a day after the article was stored
  Early,   ///< before there were newspapers
  Apart,   ///< far from the other dates of its source
};

/// There was no newspaper before the year 1605.
inline constexpr int kFirstYear = 1600;
/// A source with fewer dates has no usual time.
inline constexpr std::size_t kDatesOfAPattern = 20;

/// The days that a source usually published on, both included.
struct UsualDays {
  std::int64_t first = 0;  ///< since 1970-01-01
  std::int64_t last = 0;
};

/// Of days in order. At most one in a hundred at either end (but one may be) is left out, if more than five years, and
/// more than all between those ends lasts, part it from the rest.
UsualDays usual_days(const std::vector<std::int64_t>& days);

}  // namespace morgue::archive
