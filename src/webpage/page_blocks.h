// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "markup/tree.h"
#include "webpage/html_tags.h"
#include "webpage/marks.h"

namespace morgue::webpage {

/// An element that breaks lines. Elements stand in document order, parents before children; what is below one is a
/// range of elements and a range of blocks.
struct Element {
  const markup::Node* node = nullptr;
  std::uint32_t parent = 0;  ///< of the first: itself
  std::uint32_t end = 0;     ///< one past its last descendant
  std::uint32_t first_block = 0;
  std::uint32_t end_block = 0;
  Tag tag = Tag::Block;
  std::uint8_t level = 0;  ///< of a heading, 1 to 6
  Marks marks = 0;         ///< its own
};

/// One line of text as a reader sees it: a paragraph, a list item, a heading, a row of a table.
struct Block {
  std::string text;           ///< white space collapsed; `\n` where a single <br> stands
  std::uint32_t element = 0;  ///< the innermost element around it
  std::uint32_t linked = 0;   ///< bytes of text inside links to other pages
  std::uint32_t links = 0;
  Marks marks = 0;  ///< of inline elements that hold nearly all of it

  [[nodiscard]] double link_share() const {
    return text.empty() ? 0.0 : static_cast<double>(linked) / static_cast<double>(text.size());
  }
};

/// A page as elements and blocks of text. Refers to the tree, which must outlive it.
struct PageBlocks {
  std::vector<Element> elements;
  std::vector<Block> blocks;
};

PageBlocks split_into_blocks(const markup::Tree& page);

}  // namespace morgue::webpage
