// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/snippet.h"
#include "text/word_matcher.h"

namespace morgue::text {

struct Passage {
  std::size_t begin = 0;     ///< bytes
  std::size_t distinct = 0;  ///< different patterns that match in it
};

/// The best passage of `body`: the one whose matches (ordered by begin) are the most different ones within `width`
/// columns, the earliest of several, with some text before the first match, from the start of its sentence if that is
/// near. The beginning without matches.
Passage find_passage(std::string_view body, const std::vector<WordMatch>& matches, std::size_t width);

/// `body` from `begin` on as one line of at most `width` columns, `…` where something is left out, with `marks` that
/// lie in it.
Snippet cut_passage(std::string_view body, std::size_t begin, const std::vector<Snippet::Mark>& marks,
                    std::size_t width);

}  // namespace morgue::text
