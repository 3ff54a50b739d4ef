// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/snippet.h"

namespace morgue::render {

/// C0, DEL and C1 controls, and invisible characters that reorder, hide or break text: bidi controls, line and
/// paragraph separators, invisible operators, tags, byte order marks. Not the joiners, which spelling and emoji need.
bool is_unsafe_on_terminal(char32_t code_point);

/// Text from an article, safe for a terminal: C0, DEL and C1 controls (escape sequences among them) and Unicode bidi
/// and other format controls removed; tab and line feed kept. The result is valid UTF-8 whatever went in.
std::string sanitise(std::string_view text);
/// The same on one line: tabs and line ends become blanks.
std::string sanitise_line(std::string_view text);
/// The same, with the marks moved to where their text went.
Snippet sanitise_line(const Snippet& snippet);

}  // namespace morgue::render
