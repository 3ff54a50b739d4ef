// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/timestamp.h"

namespace morgue::extract {

/// A date named in running text: `June 24`, `24. Juni`, `May 5, 2025`, `Dec. 2024`, `24.06.2025`, `2025-06-24`.
struct DateMention {
  std::optional<int> year;
  int month = 0;
  std::optional<int> day;  ///< absent: month and year only; never absent together with the year
  std::size_t begin = 0;   ///< byte offsets in the text
  std::size_t end = 0;
  bool ambiguous = false;  ///< `03/04/2025`: day and month could be the other way round

  [[nodiscard]] bool full() const { return year && day; }
};

/// All of them in order. Linear in the length of the text.
std::vector<DateMention> find_dates(std::string_view text);

}  // namespace morgue::extract
