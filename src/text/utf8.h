// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::text {

bool is_valid_utf8(std::string_view bytes);
/// Valid UTF-8 from anything: each byte that is not part of a valid sequence is read as windows-1252 (0xFC is ü), so a
/// stray byte in sound UTF-8 survives; NUL becomes U+FFFD.
std::string repair_utf8(std::string_view bytes);
/// Decodes the code point at `pos` of valid UTF-8 and moves past it; U+FFFD and one byte on anything invalid.
char32_t next_code_point(std::string_view text, std::size_t& pos);
void append_utf8(std::string& out, char32_t code_point);
/// The longest prefix of at most `max_bytes` bytes that does not split a code point.
std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace morgue::text
