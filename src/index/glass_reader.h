// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_block.h"
#include "index/glass_table.h"

/// Part of the glass format: a table, read. Whatever the file holds, nothing outside of its blocks is looked at, and
/// what cannot be is Error{Inconsistent}.
namespace morgue::index::glass {

class TableCursor;

/// One table, whoever wrote it. Not for several threads.
class TableReader {
 public:
  /// The file stays open. Throws Error{Io} if it cannot be.
  TableReader(std::filesystem::path path, const TableRoot& root);
  ~TableReader();
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  /// Throws Error{Inconsistent}.
  [[noreturn]] void damaged() const;

 private:
  friend class TableCursor;
  static constexpr std::size_t kKept = 512;  ///< blocks: 4 MiB

  struct Bytes;  ///< of one block
  using BlockPtr = std::shared_ptr<const Bytes>;
  struct Kept {
    std::uint32_t number = 0;
    BlockPtr block;
  };

  BlockPtr block(std::uint32_t number, unsigned level);

  std::filesystem::path path_;
  TableRoot root_;
  int fd_ = -1;
  std::array<Kept, kKept> kept_;
};

/// A place in a table: at an entry, or before the first.
class TableCursor {
 public:
  explicit TableCursor(TableReader& table) : table_(&table) {}

  /// To the entry with this key; false if there is none.
  bool find(std::string_view key);
  /// To the last entry whose key is not greater; false if there is none: next() leads to the first then.
  bool find_last(std::string_view key);
  /// To the entry behind the present one; false at the end.
  bool next();

  [[nodiscard]] const std::string& key() const { return key_; }
  /// Valid until the cursor moves. kSlack bytes behind it may be read, whatever they are.
  [[nodiscard]] std::string_view tag() const { return tag_; }
  static constexpr std::size_t kSlack = 16;

 private:
  struct Place {
    TableReader::BlockPtr block;
    unsigned item = 0;
  };
  struct Item;

  [[nodiscard]] Item item() const;
  bool descend(std::string_view key);
  bool forward();
  bool back();
  void read();

  TableReader* table_;
  std::vector<Place> path_;  ///< root first, leaf last
  std::string key_;
  std::string_view tag_;
  std::string joined_;  ///< a tag of several components
};

}  // namespace morgue::index::glass
