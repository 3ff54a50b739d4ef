// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/content_hash.h"

namespace morgue::catalog {

/// A file of a collection, as it was when it was read last.
struct Checkpoint {
  std::string path;
  std::int64_t size = 0;
  std::int64_t modified = 0;  ///< mtime in nanoseconds since 1970; 0: it may have changed since
  std::int64_t inode = 0;
  std::optional<ContentHash> hash;      ///< of what was read; absent: too large, or not read
  std::optional<ContentHash> edges;     ///< of the first and the last block of what was read, where it may grow
  std::optional<std::int64_t> offset;   ///< up to which all records were read, where it may grow
  std::int64_t unfinished = 0;          ///< bytes behind `offset` that were no whole line yet
  std::int64_t records = 0;             ///< in it
  std::optional<std::int64_t> read_at;  ///< UTC seconds
  std::optional<std::int64_t> gone_at;  ///< when it was first missed
  std::optional<std::string> problem;   ///< why it could not be read
};

/// What was read of the files of collections. Written in the transaction of the articles read. The caller provides the
/// transactions.
class CheckpointTable {
 public:
  explicit CheckpointTable(Catalog& catalog);
  ~CheckpointTable();

  /// In byte order of their paths.
  std::vector<Checkpoint> list(std::int64_t collection);
  void save(std::int64_t collection, const Checkpoint& checkpoint);
  void mark_gone(std::int64_t collection, std::string_view path, std::int64_t now);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
