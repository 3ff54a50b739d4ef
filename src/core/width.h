// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace morgue {

/// Terminal columns: 0 for combining marks and controls, 2 for East Asian wide characters and emoji, else 1.
std::size_t column_width(char32_t code_point);
std::size_t column_width(std::string_view text);
/// The longest prefix that fits; never splits a character from its marks.
std::string_view fit_columns(std::string_view text, std::size_t columns);

}  // namespace morgue
