// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/ast.h"
#include "text/highlight.h"

namespace morgue::archive {

/// What a query marks in the parts of an article: the words, phrases and proximities about them that a match may owe
/// itself to. Nothing under a NOT, unless another NOT turns it round.
struct Highlights {
  std::vector<text::Highlight> headline;
  std::vector<text::Highlight> summary;
  std::vector<text::Highlight> body;
};
Highlights highlights_of(const query::Node& query);

}  // namespace morgue::archive
