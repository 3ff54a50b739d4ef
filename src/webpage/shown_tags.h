// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "webpage/headline.h"
#include "webpage/outlet.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

/// The tags that a page shows its readers: the row of links to tags that speaks of what the article (`lower_text`)
/// speaks of. Tags of a site's navigation, and links inside sentences, are not that.
std::vector<std::string> shown_tags(const PageMarks& marks, const Outlet& outlet, const PageHeadline& headline,
                                    std::string_view lower_text);

}  // namespace morgue::webpage
