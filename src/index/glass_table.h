// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_block.h"
#include "index/glass_file.h"

namespace morgue::index::glass {

/// Of any tree.
inline constexpr unsigned kMaxLevels = 10;

/// What the version file must say of a table so that it can be found.
struct TableRoot {
  std::uint64_t entries = 0;  ///< keys; 0: there is no tree and need be no file
  std::uint32_t block = 0;
  std::uint32_t blocks = 0;  ///< in the file
  unsigned level = 0;
};

/// Part of the glass format: a table, which maps keys to tags, as a B-tree of 8 KiB blocks.
///
/// Entries come in order of their keys, so the leaves can be written one after the other, each as full as it gets; of
/// each, only its number and the key that divides it from the one before are kept. From these the branches are made at
/// the end, level by level, behind the leaves; the last block is the root. The file is written once, from its beginning
/// to its end. Tags are not compressed (which the format leaves open): ours are short, or incompressible.
class TableWriter {
 public:
  static constexpr std::size_t kMaxKey = 255;

  /// The file is created with the first entry.
  explicit TableWriter(std::filesystem::path path) : path_(std::move(path)) {}

  /// Throws Error{Internal} unless `key` is 1 to kMaxKey bytes and greater, as unsigned bytes, than the one before.
  void add(std::string_view key, std::string_view tag);
  TableRoot finish();

 private:
  /// A finished block, as the level above refers to it.
  struct Child {
    std::uint32_t block = 0;
    unsigned component = 0;  ///< of the dividing key
    std::string key;
  };

  void begin();
  void start_leaf(std::string_view key, unsigned component);
  void add_split(std::string_view key, std::string_view tag);
  void add_item(const LeafItem& item);
  void close_block(unsigned level);
  void flush();
  std::vector<Child> build_level(const std::vector<Child>& children, unsigned level);

  std::filesystem::path path_;
  std::unique_ptr<OutputFile> file_;
  std::vector<char> buffer_;  ///< finished blocks, and the one under construction
  std::size_t buffered_ = 0;  ///< finished ones
  std::uint64_t blocks_ = 0;  ///< finished, in all
  Block block_{nullptr};
  std::string last_key_;
  std::vector<Child> leaves_;
  std::uint64_t entries_ = 0;
};

}  // namespace morgue::index::glass
