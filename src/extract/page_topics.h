// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extract/page_body.h"
#include "extract/page_lines.h"

namespace morgue::extract {

/// The topics that the page states for the story: `Tags: a, b`, or short lines below the heading `Topics`.
std::vector<std::string> find_topics(const PageLines& page, const Headline& headline, const Body& body);

}  // namespace morgue::extract
