// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::formats {

/// The content of a WordPress post, as its database holds it, as the HTML that WordPress shows: blank lines part
/// paragraphs, single line ends break lines, and `[shortcodes]` go. Those around pictures, films and sound take what
/// they enclose with them, others leave it; brackets of the text itself (`[sic]`, `[1]`) stay. Linear in time.
std::string wordpress_html(std::string_view content);

}  // namespace morgue::formats
