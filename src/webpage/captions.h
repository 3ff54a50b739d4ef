// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::webpage {

/// Whether a line is the text below a picture, by the credit it ends with: `... (photo: jane roe/agency)`. `folded` is
/// from text::fold_value.
bool is_caption(std::string_view folded);

}  // namespace morgue::webpage
