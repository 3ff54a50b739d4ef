// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/page_headline.h"
#include "extract/page_lines.h"
#include "extract/page_run.h"

namespace morgue::extract {

/// Which lines of the page are the story.
struct Body {
  std::size_t begin = 0;             ///< first line below the headline that belongs to the body
  std::size_t end = 0;               ///< one past the last
  std::vector<std::size_t> lines;    ///< its paragraphs and subheads
  std::vector<std::size_t> summary;  ///< standfirst between headline and byline, not part of the body
};

/// Reads on from the headline; `authors` are the names of its byline. No lines if there is no prose.
Body find_body(const PageLines& page, const Headline& headline, const Run& run,
               const std::vector<std::string>& authors);

}  // namespace morgue::extract
