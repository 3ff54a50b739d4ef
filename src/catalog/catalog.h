// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>

namespace morgue::catalog {

class Connection;

/// The SQLite database of an archive: its system of record. WAL, foreign keys on. See schema/README.md.
class Catalog {
 public:
  enum class Mode { Read, Write };

  /// Write creates and migrates as needed; Read requires an existing catalog of this version.
  /// Throws Error{Version} for a newer (or, in Read mode, an older) schema, Error{Inconsistent} for a database that is
  /// not an archive's, Error{Input} when there is none to read, Error{Io} otherwise.
  Catalog(const std::filesystem::path& file, Mode mode);
  ~Catalog();
  Catalog(const Catalog&) = delete;
  Catalog& operator=(const Catalog&) = delete;

  [[nodiscard]] Connection& connection() { return *connection_; }

 private:
  std::unique_ptr<Connection> connection_;
};

/// One transaction. Write mode takes the write lock at once; Read mode pins a snapshot at once: everything read until
/// the destructor is of one moment. Rolled back unless committed.
class Transaction {
 public:
  enum class Kind { Read, Write };
  Transaction(Catalog& catalog, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace morgue::catalog
