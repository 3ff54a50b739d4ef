// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Part of the glass format: one block of a table's B-tree.
///
///   header     0  revision (4 bytes)   4  level: 0 leaf, else branch   5  free bytes in one piece (2)
///              7  free bytes in all (2)   9  end of the directory (2)
///   directory 11  where each item begins, in order of the keys (2 bytes each)
///   items         anywhere behind it; here from the end of the block downwards, so that all free bytes are one piece
///
/// Numbers are big-endian.
namespace morgue::index::glass {

inline constexpr std::size_t kBlockSize = 8192;
inline constexpr std::uint32_t kRevision = 1;  ///< never 0: that means "being created", and such a table may be cut

class Block {
 public:
  /// Builds in `bytes`, kBlockSize of them, which may hold anything.
  explicit Block(char* bytes) : bytes_(bytes) {}

  void clear() {
    directory_end_ = kHeader;
    items_begin_ = kBlockSize;
  }
  [[nodiscard]] bool empty() const { return directory_end_ == kHeader; }
  /// What an item may take, its place in the directory already deducted.
  [[nodiscard]] std::size_t room() const {
    const std::size_t free = items_begin_ - directory_end_;
    return free < kDirectoryEntry ? 0 : free - kDirectoryEntry;
  }
  /// Enters an item of that size, which there must be room for, and returns where to write it.
  char* add(std::size_t size);
  /// Header and the gap; then the block is complete.
  void close(unsigned level);

 private:
  static constexpr std::size_t kHeader = 11;
  static constexpr std::size_t kDirectoryEntry = 2;

  char* bytes_;
  std::size_t directory_end_ = kHeader;
  std::size_t items_begin_ = kBlockSize;
};

/// Four items must fit in any block, or later updates have no way to split it.
inline constexpr std::size_t kMaxItem = (kBlockSize - 11 - 4 * 2) / 4;

inline char* put_big_endian(char* at, std::uint32_t number, unsigned bytes) {
  for (unsigned i = bytes; i-- > 0;) *at++ = static_cast<char>(number >> (8 * i) & 0xFFU);
  return at;
}

/// Item of a leaf: two bytes of flags and size, length of the key, key, number of the component unless it is the first,
/// and a piece of the tag. A tag too long for one item is cut into components under the same key.
struct LeafItem {
  std::string_view key;
  unsigned component = 1;
  bool last = true;
  std::string_view piece;

  [[nodiscard]] static std::size_t overhead(std::size_t key_size, unsigned component) {
    return 3 + key_size + (component == 1 ? 0U : 2U);
  }
  [[nodiscard]] std::size_t size() const { return overhead(key.size(), component) + piece.size(); }
  void write(char* at) const;
};

/// Item of a branch: the block below, and a key that divides it from its left neighbour: greater than every key there,
/// not greater than any here. In the first item of a block it is empty, since nobody looks at it.
struct BranchItem {
  std::uint32_t child = 0;
  std::string_view key;
  unsigned component = 0;

  [[nodiscard]] std::size_t size() const { return 7 + key.size(); }
  void write(char* at) const;
};

}  // namespace morgue::index::glass
