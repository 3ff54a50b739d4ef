// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::formats {

/// Whether a line, with ASCII letters in lower case, is nothing but the label of a button, a link, a picture or a list
/// of a web page. English, German, French, Spanish, Italian, Dutch, Portuguese.
bool is_page_label(std::string_view line);

}  // namespace morgue::formats
