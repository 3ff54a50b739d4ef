// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::webpage {

/// What the words of an element's classes, id and the like say it holds.
using MarkKinds = std::uint8_t;

namespace mark_kind {
inline constexpr MarkKinds kAuthor = 1;
inline constexpr MarkKinds kDate = 2;
inline constexpr MarkKinds kTag = 4;
inline constexpr MarkKinds kTitle = 8;
inline constexpr MarkKinds kApart = 16;  ///< speaks of other things than the article
inline constexpr MarkKinds kOwn = 32;    ///< the article's own, whatever else it is
}  // namespace mark_kind

/// `marks` in lower case, words separated by anything that is no letter or digit.
MarkKinds mark_kinds(std::string_view marks);

}  // namespace morgue::webpage
