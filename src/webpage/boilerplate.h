// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::webpage {

/// Whether a block says what pages say about themselves rather than what an article says: `Read more`, `Share this`,
/// `All rights reserved`, and the like in other languages. `folded` is from text::fold_value.
bool is_boilerplate(std::string_view folded, double link_share);

/// Whether a short text with a link in it ends in what such links say: `... for the first time. More`.
bool is_teaser(std::string_view folded);

}  // namespace morgue::webpage
