// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/date_doubts.h"

#include <algorithm>

namespace morgue::archive {
namespace {

constexpr std::size_t kOneIn = 100;
constexpr std::int64_t kFiveYears = 5 * 366;

}  // namespace

UsualDays usual_days(const std::vector<std::int64_t>& days) {
  if (days.empty()) return {};
  const std::size_t size = days.size();
  if (size < kDatesOfAPattern) return {days.front(), days.back()};
  const std::size_t most = std::max<std::size_t>(1, size / kOneIn);
  const std::int64_t far = std::max(kFiveYears, days[size - 1 - most] - days[most]);
  UsualDays usual{days.front(), days.back()};
  for (std::size_t i = most; i > 0; --i) {
    if (days[i] - days[i - 1] <= far) continue;
    usual.first = days[i];
    break;
  }
  for (std::size_t i = size - 1 - most; i + 1 < size; ++i) {
    if (days[i + 1] - days[i] <= far) continue;
    usual.last = days[i];
    break;
  }
  return usual;
}

}  // namespace morgue::archive
