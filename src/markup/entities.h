// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::markup {

/// Reads the character reference of HTML at `pos` (`&amp;`, `&eacute;`, `&#8217;`, `&#x2019;`, also `&copy` without
/// its semicolon where HTML allows it): appends what it stands for to `out` and moves past it. False, and nothing
/// moved, when there is none. `in_attribute`: `&copy=1` is then the query of an address and stays.
bool read_entity(std::string_view text, std::size_t& pos, std::string& out, bool in_attribute = false);

/// What a name without its `&` and `;` stands for, in UTF-8; empty: no such name.
std::string_view named_entity(std::string_view name);

}  // namespace morgue::markup
