// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/record.h"
#include "core/timestamp.h"

namespace morgue::extract {

/// The first declared date of month and day alone (`March 5`), in the year that the first evidence there is puts it: a
/// year by itself, or else a date at or after it. Empty without evidence: a year is never made up.
std::optional<Timestamp> complete_date(const std::vector<std::vector<const Field*>>& places,
                                       std::span<const std::optional<Timestamp>> evidence);

}  // namespace morgue::extract
