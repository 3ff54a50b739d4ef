// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/ast.h"
#include "text/snippet.h"

namespace morgue::archive {

/// What a query marks in a text: its positive words and phrases about headline and body.
struct Highlights {
  std::vector<text::Highlight> headline;
  std::vector<text::Highlight> body;
};
Highlights highlights_of(const query::Node& query);

}  // namespace morgue::archive
