// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/format.h"

namespace morgue::formats {

/// What a file with tags in it is, by its first ones: an HTML page or a part of one, a kind of XML.
struct Markup {
  std::optional<Format> format;
  /// Where there is no format: what it is instead, `a sitemap`; `XML of an unknown kind`.
  std::string what;
  bool is_xml = false;
};

/// Nothing where the text is no markup. `head` in any charset; `extension` (lower case) decides where both would do.
std::optional<Markup> detect_markup(std::string_view head, std::string_view extension);

/// Whether a file name's ending is one of pages.
bool is_page_extension(std::string_view extension);

}  // namespace morgue::formats
