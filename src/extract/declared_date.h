// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/record.h"
#include "core/timestamp.h"

namespace morgue::extract {

/// The first of the values that is a date: written out, or counted in seconds or milliseconds since 1970.
std::optional<Timestamp> declared_date(const std::vector<std::vector<const Field*>>& places, bool day_first);

}  // namespace morgue::extract
