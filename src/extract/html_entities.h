// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::extract {

/// Reads a character reference at `pos` (`&amp;`, `&#8217;`, `&#x2019;`): appends what it stands for to `out` and
/// moves past it. False, and nothing moved, when there is none. Numbers 128..159 are windows-1252, as in browsers.
bool read_entity(std::string_view text, std::size_t& pos, std::string& out);
/// All references of a text replaced.
std::string decode_entities(std::string_view text);

}  // namespace morgue::extract
