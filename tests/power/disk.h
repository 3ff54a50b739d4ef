// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/power/record_format.h"

namespace morgue::power {

struct Record {
  Op op;
  int fd;
  std::int64_t value;
  std::string path;
  std::string second;
  std::string data;
};

/// The log of one process. Throws std::runtime_error if it ends in the middle of a record.
std::vector<Record> read_log(const std::filesystem::path& file);

/// Relative paths of everything below a folder, folders without contents.
using Tree = std::map<std::string, std::optional<std::string>>;
Tree read_tree(const std::filesystem::path& root);
void write_tree(const Tree& tree, const std::filesystem::path& root);

/// What becomes of one change that was not synced when the power went.
enum class Fate {
  Dropped,
  Kept,
  Torn,    ///< a write of which some sectors arrived
  Zeroed,  ///< a write of which only the new length of the file arrived
};

/// A file system that promises just what POSIX does: fsync of a file makes its contents durable, not its name; fsync
/// of a folder the names in it; whatever was not synced may or may not be there, one change without those before it.
class Disk {
 public:
  /// `root` as it is now, all of it durable.
  explicit Disk(const std::filesystem::path& root);

  void apply(const Record& record);

  /// Changes that are not synced, oldest first: whether each is one of names (and not of contents).
  [[nodiscard]] std::vector<bool> pending() const;
  /// The disk after a power cut in which each pending change met its fate. `seed` chooses the sectors of torn writes.
  [[nodiscard]] Tree after(const std::vector<Fate>& fates, unsigned seed) const;
  /// With all that was done.
  [[nodiscard]] Tree complete() const;
  /// Where the object of an open descriptor was when it was opened.
  [[nodiscard]] const std::string& path_of(int fd) const { return open_.at(fd).path; }

 private:
  using Id = std::size_t;
  using Names = std::map<std::string, Id>;
  struct Place {
    Id folder;
    std::string name;
  };
  struct Open {
    Id object;
    std::string path;
  };
  struct Change {
    std::size_t order;
    std::int64_t at;
    std::string data;
    bool truncate;
  };
  struct Object {
    bool folder = false;
    std::string synced;
    std::string live;
    std::vector<Change> changes;
    Names synced_names;
    Names live_names;
  };
  struct NameChange {
    std::size_t order;
    Op op;
    Place from;
    Place to;
    Id object;
  };

  Id load(const std::filesystem::path& path);
  Place place(const std::string& path) const;
  Id find(const Place& place) const;
  void change_names(NameChange change);
  void change_contents(Id object, Change change);
  void sync(Id object);
  static void write(std::string& contents, const Change& change, Fate fate, unsigned seed);
  static void rename(std::map<Id, Names>& names, const NameChange& change);
  void collect(Id object, const std::string& path, const std::map<Id, Names>& names,
               const std::map<std::size_t, Fate>& fates, unsigned seed, Tree& tree) const;
  [[nodiscard]] std::vector<std::pair<std::size_t, bool>> pending_orders() const;

  std::string root_;
  std::vector<Object> objects_;
  std::vector<NameChange> name_changes_;
  std::map<int, Open> open_;
  std::size_t order_ = 0;
};

}  // namespace morgue::power
