// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace morgue::text {

/// Keeps copies of terms at addresses that stay until clear(). Memory is kept for the next text.
class TermArena {
 public:
  std::string_view store(std::string_view text);
  /// Room for a term of so many bytes, to be filled in.
  char* allocate(std::size_t size);
  void clear();

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t current_ = 0;  ///< block being filled
  std::size_t used_ = 0;     ///< bytes of it
};

}  // namespace morgue::text
