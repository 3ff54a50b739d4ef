// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::extract {

/// Whether a text shows that it is Markdown: a heading at its start, pictures, links to addresses, shortcodes.
bool looks_like_markdown(std::string_view text);

/// The text of a piece of Markdown: a leading heading equal to `headline`, pictures, shortcodes (`{{< ... >}}`) and
/// rules go; headings, quotes, emphasis, links and tables leave their words. HTML in it is left to strip_html.
std::string strip_markdown(std::string_view text, std::string_view headline);

}  // namespace morgue::extract
