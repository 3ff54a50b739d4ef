// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// The charset that bytes without any declaration are most likely in, by the letters that a language has often; an IANA
/// name for to_utf8. Empty when nothing is likely: for text with few letters beyond ASCII, and for windows-1252, which
/// is what undeclared bytes are taken for in any case. UTF-8 is for the caller to try first.
std::string guess_charset(std::string_view bytes);

}  // namespace morgue::text
