// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::extract {

/// Whether a text shows that it is HTML: closing tags of known elements, `<br>`, elements with attributes, or character
/// references. A ticker such as `<P>` or `<BP.L>` does not.
bool looks_like_html(std::string_view text);

/// The text of a piece of HTML: block elements become paragraphs, `<br>` a line break, references are decoded; scripts,
/// styles, captions and comments are left out. Angle brackets that are no known element stay. Linear in time.
std::string strip_html(std::string_view text);

}  // namespace morgue::extract
