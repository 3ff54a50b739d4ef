// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace morgue::formats {

/// The lines `Title: ...`, `Author: ...`, `Date: ...` that some dumps put above each text, and those of a mail, as
/// fields by their names (a mail's `From` as `author`, its `Subject` as `headline`). Returns how many bytes they take
/// with the blank line behind them; 0, and no fields, where the text begins otherwise. One of the lines must give the
/// headline: a story may begin with a word and a colon too.
std::size_t read_text_header(std::string_view text, std::vector<Field>& fields);

}  // namespace morgue::formats
