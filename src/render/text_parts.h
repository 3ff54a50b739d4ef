// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/timestamp.h"

namespace morgue::render {

/// A date as a person reads it: as precise as known, `2025-06-24 14:05 +01:00` where the hour is. Seconds are left out,
/// and so is the offset where it is none.
std::string human_date(const Timestamp& date);

/// The same without the offset: the clock where it was published.
std::string wall_clock(const Timestamp& date);

/// 12,345
std::string grouped(std::int64_t number);

/// The items with `separator` between them. More than `most` (0: any number) end in `+3`.
std::string join(const std::vector<std::string>& items, std::string_view separator, std::size_t most = 0);

/// Appends `part` to `line`, after `separator` unless it is the first; nothing for an empty part.
void add_part(std::string& line, std::string_view separator, std::string_view part);

}  // namespace morgue::render
