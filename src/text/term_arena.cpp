// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/term_arena.h"

#include <algorithm>

namespace morgue::text {
namespace {

constexpr std::size_t kBlockSize = 64 * 1024;

}  // namespace

char* TermArena::allocate(std::size_t size) {
  while (current_ < blocks_.size() && blocks_[current_].size - used_ < size) {
    ++current_;
    used_ = 0;
  }
  if (current_ == blocks_.size()) {
    const std::size_t block = std::max(kBlockSize, size);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(block), block});
  }
  char* place = blocks_[current_].bytes.get() + used_;
  used_ += size;
  return place;
}

std::string_view TermArena::store(std::string_view text) {
  char* place = allocate(text.size());
  std::copy(text.begin(), text.end(), place);
  return {place, text.size()};
}

void TermArena::clear() {
  current_ = 0;
  used_ = 0;
}

}  // namespace morgue::text
