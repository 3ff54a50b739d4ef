// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "formats/format.h"

namespace morgue::formats {

/// Messages of a news wire, by the bytes that frame their headers. To be asked before control bytes are held against a
/// file: wire text is full of them.
std::optional<Format> detect_wire(std::string_view head);

}  // namespace morgue::formats
