// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "io/walk.h"

namespace morgue::io {

/// Whether a folder is an archive of ours, in which nothing is a dump. To read it would do harm: a process that closes
/// a file that SQLite has open in it drops the locks on that file.
bool is_archive_folder(const std::string& path);

/// The regular files below a folder, in byte order of their names; hidden ones and special files left out.
class FolderWalk {
 public:
  explicit FolderWalk(std::string root);

  struct File {
    std::string path;   ///< root joined with inner
    std::string inner;  ///< below the root
  };
  std::optional<std::variant<File, EntryError>> next();

  /// Bytes of all files a walk would give. Unreadable ones count nothing.
  static std::uint64_t total_bytes(const std::string& root);

 private:
  using Identity = std::pair<std::uint64_t, std::uint64_t>;  ///< device and inode
  struct Folder {
    std::string inner;
    Identity identity;
    std::vector<std::string> names;  ///< in reverse order: the next one stands last
  };
  std::optional<EntryError> enter(const std::string& inner);
  [[nodiscard]] std::string path_of(const std::string& inner) const;

  std::string root_;
  bool started_ = false;
  std::vector<Folder> open_;
  std::set<Identity> seen_;
};

}  // namespace morgue::io
