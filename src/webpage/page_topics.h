// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "webpage/headline.h"
#include "webpage/linked_data.h"
#include "webpage/outlet.h"
#include "webpage/page_lines.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

/// Topics of the page as its readers see them: the declared list that other evidence agrees with, without boilerplate
/// (the outlet's name, codes for machines, keywords that stand on every page of a site), else the tags that the page
/// shows.
std::vector<std::string> find_page_topics(const PageMarks& marks, const LinkedData& linked, const Outlet& outlet,
                                          PageLines& lines, const PageHeadline& headline);

/// The desk or rubric, empty when the page names none.
std::string find_page_section(const PageMarks& marks, const LinkedData& linked);

}  // namespace morgue::webpage
