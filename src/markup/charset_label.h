// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::markup {

/// A charset's name as declared in markup, in lower case and as text/charset knows it.
std::string charset_label(std::string_view declared);

/// UTF-16 or UTF-32 by byte order mark, or by the zeros beside the first letters, which are ASCII in any markup.
/// `utf-16le`, `utf-16be`, `utf-32le`, `utf-32be`.
std::optional<std::string_view> wide_charset(std::string_view head);

/// The encoding that an XML declaration at the beginning names; empty when there is none. Blanks in front are
/// tolerated.
std::string xml_declared_charset(std::string_view head);

}  // namespace morgue::markup
