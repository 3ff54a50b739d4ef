// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Decodes the code point at `pos` (which must be inside `text`) and moves past it. Anything that is not UTF-8
/// (over-long forms and surrogates too) gives U+FFFD, one byte at a time.
char32_t next_code_point(std::string_view text, std::size_t& pos);
void append_utf8(std::string& out, char32_t code_point);

}  // namespace morgue
