// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::archive {

/// The text before byte `pos` as one line of at most `columns` terminal columns, begun at the start of a word (in the
/// middle of one only if it is too long, or in a script without blanks). White space becomes single blanks; one at
/// `pos` is not counted. Empty if there is nothing else.
std::string context_before(std::string_view text, std::size_t pos, std::size_t columns);
/// The same from byte `pos` on.
std::string context_behind(std::string_view text, std::size_t pos, std::size_t columns);
/// Any text on one line: white space becomes single blanks.
std::string one_line(std::string_view text);

}  // namespace morgue::archive
