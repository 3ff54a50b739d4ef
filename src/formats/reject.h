// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/record.h"

namespace morgue::formats {

/// A Reject with an excerpt made from the first of the record's bytes, whatever they are.
Reject make_reject(Location where, std::string reason, std::string_view bytes);
/// Valid UTF-8 without NUL, in place; sound text is left alone.
void make_sound(std::string& text);
/// `1 column`, `4 columns`.
std::string counted(std::size_t number, std::string_view noun);
/// Without blanks, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);
/// A size for a message: `64 MiB`, `100 bytes`.
std::string size_words(std::size_t bytes);

}  // namespace morgue::formats
