// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extract/page_body.h"
#include "extract/page_headline.h"
#include "extract/page_lines.h"

namespace morgue::extract {

/// The names of the byline near the headline, in order; empty if there is none.
std::vector<std::string> byline_authors(const PageLines& page, const Headline& headline, const Run& run);

/// Where there is no byline: the author boxes and credits at the body.
std::vector<std::string> boxed_authors(const PageLines& page, const Headline& headline, const Body& body);

}  // namespace morgue::extract
