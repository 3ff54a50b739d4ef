// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::query {

/// Separates words: ASCII white space and the blanks of Unicode, the ideographic one and the byte order mark too.
bool is_blank(char32_t c);
/// C0 without the blanks, DEL and C1: never part of a query.
bool is_control(char32_t c);
/// Shows nothing and can reorder or hide what stands around it on a terminal.
bool is_invisible(char32_t c);
/// Dashes that an editor puts where the typist meant the hyphen-minus.
bool is_dash(char32_t c);
bool is_open_parenthesis(char32_t c);
bool is_close_parenthesis(char32_t c);
/// What ends a quotation that `opener` began; empty if `opener` begins none. Some marks open in one language and close
/// in another: „so“, “so”, ”so”, «so», »so«, »so».
std::u32string_view closing_quotes(char32_t opener);
/// A quotation mark of either side.
bool is_quote(char32_t c);
/// Letters and digits of ASCII and everything beyond ASCII that is no blank, quote or dash.
bool is_word_like(char32_t c);

}  // namespace morgue::query
