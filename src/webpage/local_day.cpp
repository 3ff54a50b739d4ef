// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/local_day.h"

#include <cstdlib>

namespace morgue::webpage {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kFurthestZone = 14 * 60;

Timestamp in_zone(const Timestamp& utc, std::int64_t offset_minutes) {
  const std::int64_t local = utc.utc_seconds() + offset_minutes * kMinute;
  auto shifted = Timestamp::from_utc_seconds(local);
  if (!shifted) return utc;
  shifted->offset_minutes = static_cast<std::int16_t>(offset_minutes);
  return *shifted;
}

}  // namespace

Timestamp with_printed_day(const Timestamp& declared, const Timestamp& printed) {
  if (declared.precision != Precision::Second || declared.offset_minutes != 0 || declared.day == printed.day) {
    return declared;
  }
  if (printed.precision == Precision::Second && printed.offset_minutes == 0) {
    // Clocks on a page have no seconds: the difference is a zone when it is one up to a minute.
    const std::int64_t minutes = (printed.utc_seconds() / kMinute) - (declared.utc_seconds() / kMinute);
    if (minutes % 15 == 0 && std::llabs(minutes) <= kFurthestZone) return in_zone(declared, minutes);
    return declared;
  }
  if (printed.precision != Precision::Day || declared.second_of_day % 3600 != 0) return declared;
  const std::int64_t to_midnight = (kDay - declared.second_of_day) / kMinute;
  const bool next_day = printed.day.days_since_epoch() == declared.day.days_since_epoch() + 1;
  return next_day && to_midnight <= kFurthestZone ? in_zone(declared, to_midnight) : declared;
}

}  // namespace morgue::webpage
