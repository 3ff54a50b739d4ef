// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// What stands around each block, and how much prose there is.
struct BlockContext {
  std::vector<Marks> marks;          ///< a block: of all elements around it and of its own
  std::vector<Marks> element_marks;  ///< an element: its own, without those its contents refute
  std::vector<double> prose;         ///< sums: prose[b] is the bytes of prose in blocks before b

  [[nodiscard]] double prose_in(const Element& element) const {
    return prose[element.end_block] - prose[element.first_block];
  }
};

/// Marks that most of a page's prose stands under say nothing: a page whose <body> is of class `has-sidebar`.
BlockContext read_context(const PageBlocks& page);

/// Whether a block reads like a paragraph of running text.
bool is_prose(const Block& block, Marks around);

}  // namespace morgue::webpage
