// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::extract {

/// The wording that news sites share, in several languages. All take lower case; labels without the colons, arrows and
/// numbers that sites put around them.

/// A button or a notice that stands inside articles: `advertisement`, `share`.
bool is_skip_label(std::string_view label);
/// The head of a list of other stories after which an article may go on: `related`.
bool is_box_label(std::string_view label);
/// What stands below an article: `comments`, `most read`.
bool is_wall_label(std::string_view label);

/// The same for what longer lines open with: `read also: `, `copyright `.
bool opens_skip(std::string_view line);
bool opens_wall(std::string_view line);

}  // namespace morgue::extract
