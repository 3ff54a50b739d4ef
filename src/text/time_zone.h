// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace morgue::text {

/// Seconds east of UTC at a moment (UTC seconds) in a time zone: `UTC`, `Europe/Berlin`, `GMT+05:30`. Empty: there is
/// no such zone.
std::optional<std::int32_t> zone_offset(const std::string& zone, std::int64_t moment);

}  // namespace morgue::text
