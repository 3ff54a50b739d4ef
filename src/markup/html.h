// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "markup/tree.h"

namespace morgue::markup {

/// Elements nested deeper than this become children of the deepest allowed one.
inline constexpr int kHtmlDepth = 512;

/// Beyond so many elements, texts and attributes only text is read, and the tree is cut: no page has as many; a hostile
/// one would fill memory with them.
inline constexpr std::size_t kHtmlParts = 1'500'000;

/// Reads any HTML, however broken, in time linear in its size. `html` is UTF-8 (see html_to_utf8). Scripts and styles
/// keep their raw text in one run of text.
Tree parse_html(std::string html);

/// A page's bytes as UTF-8: BOM, then valid UTF-8 whatever is declared, then the charset of HTTP, then that of <meta>,
/// else windows-1252 (WHATWG Encoding Standard's names and its reading of iso-8859-1).
std::string html_to_utf8(std::string_view bytes, std::string_view http_charset = {});

}  // namespace morgue::markup
