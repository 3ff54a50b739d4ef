// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

/// The people and agencies of one byline, one each, in order: `By JANE DOE and John Roe, Staff Writers` gives
/// `Jane Doe`, `John Roe`; `Carla K. Johnson, AP` gives `Carla K. Johnson`, `AP`. Titles, roles, places, e-mail
/// addresses, dates and page furniture (`View All`, `Min Read`) are left out; names in capitals are recased.
std::vector<std::string> split_byline(std::string_view byline);

/// Whether an element of an author list can be a person or an agency at all: refuses page furniture, roles, months,
/// URLs, biographies and sentences.
bool plausible_author(std::string_view name);

}  // namespace morgue::text
