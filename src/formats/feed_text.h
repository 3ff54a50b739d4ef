// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "markup/tree.h"

namespace morgue::formats {

/// Plain text so written that it still says the same when it is read as HTML.
std::string html_from_plain(std::string_view text);

/// The content of an element of a feed as HTML, or as plain text that cannot be mistaken for HTML: inline markup is
/// written out, escaped markup and Base64 decoded, as `type` and `mode` (Atom 0.3) say. Where they say nothing, as in
/// all of RSS, text is left as it is.
std::string feed_text(const markup::Node& element);

}  // namespace morgue::formats
