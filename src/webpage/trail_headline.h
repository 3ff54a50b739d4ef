// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "webpage/headline.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

/// The headline that a page prints as an h2 when its h1 stands in the trail that says where the page lies, which is
/// written for search engines: the first of the `declared` ones that an h2 behind ends with (a kicker may precede it).
std::optional<PageHeadline> headline_behind_trail(const MarkedNode& h1, const PageMarks& marks,
                                                  std::initializer_list<std::string_view> declared);

}  // namespace morgue::webpage
