// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace morgue::catalog {

/// Whose copy a catalog is. Only copies have one.
struct BackupMark {
  std::string of;         ///< folder of the archive
  std::int64_t time = 0;  ///< UTC seconds
};

/// What tells two archives, and two states of one, apart.
struct Standing {
  std::int64_t articles = 0;
  std::int64_t last_seq = 0;
  std::int64_t last_run = 0;
  std::int64_t numbers = 0;  ///< given in all: a takedown, a collection, a saved search more makes it larger
  std::string origin;        ///< when and how the first run began: another archive has another
};

/// A file that may be a catalog, of whatever version.
struct CatalogFile {
  std::int64_t version = 0;
  Standing standing;
  std::optional<BackupMark> mark;
  std::vector<std::string> locations;  ///< of its segments
};

/// Nothing when it is no catalog, or so damaged that it does not even tell. Throws Error{Io} when it cannot be opened.
std::optional<CatalogFile> look_at(const std::filesystem::path& file);

/// Moves the log beside a catalog into it. Throws Error{Locked} when somebody is reading what is in it.
void empty_log(const std::filesystem::path& file);

/// Upkeep of a catalog as a file. All but copy_to(), standing() and mark() need the writer's lock.
class Upkeep {
 public:
  explicit Upkeep(Catalog& catalog) : connection_(catalog.connection()) {}
  explicit Upkeep(Connection& connection) : connection_(connection) {}

  [[nodiscard]] Standing standing();
  [[nodiscard]] std::optional<BackupMark> mark();

  [[nodiscard]] std::vector<std::string> locations();

  /// Copies the catalog as the open read transaction sees it, marked as a copy: one private file without companions,
  /// with its own rollback journal, so that it can be read from a medium that cannot be written. Synced. `file` must
  /// not exist. `moved`: where segments are in the copy, by number, if elsewhere. `tell` gets bytes done and in all,
  /// and returns false to give up (Error{Interrupted}). Throws Error{Inconsistent} when the copy is not sound.
  void copy_to(const std::filesystem::path& file, const BackupMark& mark,
               const std::map<std::int64_t, std::string>& moved,
               const std::function<bool(std::int64_t, std::int64_t)>& tell);
  /// Makes an ordinary catalog of a copy.
  void remove_mark();

  /// Bytes of the file, and of the pages in it that hold nothing.
  [[nodiscard]] std::int64_t bytes();
  [[nodiscard]] std::int64_t free_bytes();
  /// Writes the file anew, in order and without gaps. No transaction may be open.
  void vacuum();
  /// Moves the log into the file and empties it. False: a reader is in the way; nothing is lost by that.
  bool checkpoint();
  /// Makes all SQL indexes again from their tables.
  void rebuild_sql_indexes();
  /// SQLite's own integrity check.
  [[nodiscard]] bool sound();

 private:
  Connection& connection_;
};

}  // namespace morgue::catalog
