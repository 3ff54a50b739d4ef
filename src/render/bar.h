// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace morgue::render {

/// What a bar is made of: blocks of an eighth of a column, for terminals that show them, or `#`, which stays what it
/// is in mails and logs.
enum class BarStyle { Hashes, Blocks };

/// A horizontal bar over so much (0 to 1) of `columns`. Anything that is more than nothing can be seen, unless there
/// are no columns.
std::string bar(double share, std::size_t columns, BarStyle style);

/// A part of a whole as a percentage: `100%`, `31%`, `3.1%`, `<0.1%`.
std::string percentage(double share);

}  // namespace morgue::render
