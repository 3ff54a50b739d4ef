// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::extract {

/// Markdown with each link replaced by its text (`[a](b)` gives a, over line ends too) and without pictures
/// (`![a](b)`). Backslashes stay. Linear in time.
std::string strip_links(std::string_view text);

/// One line of Markdown without the marks inside it: `**a**` and `*a*` give a, `\*` gives *. Stars and underscores that
/// mark nothing stay (`f**k`, `snake_case`, a footnote's star).
std::string strip_emphasis(std::string_view line);

}  // namespace morgue::extract
