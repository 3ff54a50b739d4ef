// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/time_zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>

namespace morgue::text {

std::optional<std::int32_t> zone_offset(const std::string& zone, std::int64_t moment) {
  if (zone == "UTC") return 0;  // the usual case needs no tables
  const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
  if (!found || *found == icu::TimeZone::getUnknown()) return std::nullopt;
  constexpr double kMilliseconds = 1000;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  found->getOffset(static_cast<double>(moment) * kMilliseconds, false, raw, summer, status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  return (raw + summer) / 1000;
}

}  // namespace morgue::text
