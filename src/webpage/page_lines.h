// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// The lines of a page, and where among them the headline stands, looked for when somebody asks.
class PageLines {
 public:
  PageLines(const PageBlocks& page, std::string_view headline) : page_(page), headline_(headline) {}

  [[nodiscard]] const std::vector<Block>& blocks() const { return page_.blocks; }
  /// Number of the block that is the headline: the last one before running text when it is printed several times; the
  /// number of blocks when it is nowhere.
  [[nodiscard]] std::size_t headline();
  /// The running text of the page: its longer lines that are not mostly links, joined; at most 64 kB.
  [[nodiscard]] std::string article_text() const;
  /// Whether a block stands in navigation, comments, teasers or the like.
  [[nodiscard]] bool is_apart(const Block& block) const;

 private:
  void look();
  [[nodiscard]] std::size_t find(const std::string& key, bool apart) const;

  const PageBlocks& page_;
  std::string_view headline_;
  std::size_t headline_block_ = 0;
  bool known_ = false;
};

}  // namespace morgue::webpage
