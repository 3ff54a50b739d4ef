// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// Lines (ended by \n, no control characters) as paragraphs separated by one blank line. Whether line ends are a
/// typewriter's or a writer's is judged by the text as a whole. Where lines have about one width and break in
/// mid-sentence they are joined, until a blank line, an indented line, a row of a table, or a sentence that ends in a
/// line with room for the next word. In all other text each line is a paragraph.
std::string join_paragraphs(std::string_view text);

}  // namespace morgue::text
