// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "io/buffered_input.h"

namespace morgue::formats {

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

/// Moves past the byte order mark of UTF-8, if the dump starts with one.
inline void skip_bom(io::BufferedInput& bytes) {
  if (bytes.peek(kUtf8Bom.size()) == kUtf8Bom) bytes.consume(kUtf8Bom.size());
}

}  // namespace morgue::formats
