// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "formats/format.h"

namespace morgue::formats {

/// JSON or JSON Lines, or neither. `extension` (lower case, without the dot) decides where both would do.
std::optional<Format> detect_json(std::string_view head, std::string_view extension);

}  // namespace morgue::formats
