// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/term_arena.h"

#include <algorithm>

namespace morgue::text {
namespace {

constexpr std::size_t kBlockSize = 64 * 1024;

}  // namespace

std::string_view TermArena::store(std::string_view text) {
  while (current_ < blocks_.size() && blocks_[current_].size - used_ < text.size()) {
    ++current_;
    used_ = 0;
  }
  if (current_ == blocks_.size()) {
    const std::size_t size = std::max(kBlockSize, text.size());
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }
  char* place = blocks_[current_].bytes.get() + used_;
  std::copy(text.begin(), text.end(), place);
  used_ += text.size();
  return {place, text.size()};
}

void TermArena::clear() {
  current_ = 0;
  used_ = 0;
}

}  // namespace morgue::text
