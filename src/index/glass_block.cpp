// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_block.h"

#include <algorithm>

namespace morgue::index::glass {
namespace {

constexpr unsigned kLastComponent = 1U << 14;
constexpr unsigned kFirstComponent = 1U << 13;
constexpr unsigned kSizeExcess = 3;  // the stored size leaves out flags and key length

}  // namespace

char* Block::add(std::size_t size) {
  items_begin_ -= size;
  put_big_endian(bytes_ + directory_end_, static_cast<std::uint32_t>(items_begin_), kDirectoryEntry);
  directory_end_ += kDirectoryEntry;
  return bytes_ + items_begin_;
}

void Block::close(unsigned level) {
  const auto free = static_cast<std::uint32_t>(items_begin_ - directory_end_);
  char* at = put_big_endian(bytes_, kRevision, 4);
  at = put_big_endian(at, level, 1);
  at = put_big_endian(at, free, 2);
  at = put_big_endian(at, free, 2);
  put_big_endian(at, static_cast<std::uint32_t>(directory_end_), 2);
  std::fill(bytes_ + directory_end_, bytes_ + items_begin_, '\0');
}

void LeafItem::write(char* at) const {
  const unsigned flags = (last ? kLastComponent : 0U) | (component == 1 ? kFirstComponent : 0U);
  at = put_big_endian(at, flags | static_cast<std::uint32_t>(size() - kSizeExcess), 2);
  at = put_big_endian(at, static_cast<std::uint32_t>(key.size()), 1);
  at = std::copy(key.begin(), key.end(), at);
  if (component != 1) at = put_big_endian(at, component, 2);
  std::copy(piece.begin(), piece.end(), at);
}

void BranchItem::write(char* at) const {
  at = put_big_endian(at, child, 4);
  at = put_big_endian(at, static_cast<std::uint32_t>(key.size()), 1);
  at = std::copy(key.begin(), key.end(), at);
  put_big_endian(at, component, 2);
}

}  // namespace morgue::index::glass
