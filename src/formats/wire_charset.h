// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::formats {

/// UTF-8 from the text of a wire message. Beside UTF-8, Latin-1 and windows-1252 wires use what IPTC 7901 allows:
/// ISO 6937 (an accent before its letter), and seven-bit sets in which brackets and braces are letters of the language
/// (`M}nchen` where } is u umlaut). The latter are recognised by where they stand: inside words, several times.
std::string wire_text(std::string_view bytes);

}  // namespace morgue::formats
