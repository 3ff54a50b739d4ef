// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/generator/calendar.h"

#include <algorithm>
#include <stdexcept>

namespace morgue::bench {
namespace {

constexpr double kSaturday = 0.6;
constexpr double kSunday = 0.4;
constexpr double kGrowth = 3;  // the last day has so many times more than the first

}  // namespace

Calendar::Calendar(int first_year, int last_year) : first_(std::chrono::year(first_year) / std::chrono::January / 1) {
  const std::chrono::sys_days end = std::chrono::year(last_year + 1) / std::chrono::January / 1;
  if (first_year < 1000 || last_year > 9998 || first_ >= end) throw std::runtime_error("no such years");
  const auto days = static_cast<double>((end - first_).count());
  double sum = 0;
  for (auto day = first_; day < end; day += std::chrono::days(1)) {
    double weight = 1 + (kGrowth - 1) * static_cast<double>((day - first_).count()) / days;
    if (const std::chrono::weekday weekday(day); weekday == std::chrono::Saturday) {
      weight *= kSaturday;
    } else if (weekday == std::chrono::Sunday) {
      weight *= kSunday;
    }
    sum += weight;
    cumulated_.push_back(sum);
  }
  for (double& value : cumulated_) value /= sum;
}

std::chrono::sys_days Calendar::day(double share) const {
  const auto found = std::ranges::upper_bound(cumulated_, share);
  const auto last = static_cast<std::ptrdiff_t>(cumulated_.size()) - 1;
  return first_ + std::chrono::days(std::min(found - cumulated_.begin(), last));
}

}  // namespace morgue::bench
