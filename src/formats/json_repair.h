// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::formats {

/// JSON with `null` for the numbers that are none (NaN, Infinity, -Infinity): Python and others write them, JSON does
/// not have them. Empty when there are none outside of strings.
std::string without_nan(std::string_view json);

}  // namespace morgue::formats
