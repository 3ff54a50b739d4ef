// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// Text in UTF-8 from bytes of an unknown charset, the bytes trusted before any declaration: BOM (UTF-8, UTF-16,
/// UTF-32), then valid UTF-8 as it is, then `declared` (an IANA name, may be empty), then repair_utf8.
std::string to_utf8(std::string_view bytes, std::string_view declared = {});

}  // namespace morgue::text
