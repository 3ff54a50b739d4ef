// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace morgue::bench {

/// Days as a paper fills them: more every year, less at weekends.
class Calendar {
 public:
  /// From the first day of a year to the last one of another.
  Calendar(int first_year, int last_year);

  /// The day on which this share, from 0 to 1, of all articles had been published.
  [[nodiscard]] std::chrono::sys_days day(double share) const;

 private:
  std::chrono::sys_days first_;
  std::vector<double> cumulated_;  ///< by day, to 1
};

}  // namespace morgue::bench
