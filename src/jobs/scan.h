// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/collections.h"

namespace morgue::jobs {

/// A file of a collection, as it lies there now.
struct FoundFile {
  std::string path;
  std::string inner;  ///< below the folder that was searched; empty: named as it is
  std::int64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::int64_t inode = 0;
};

/// A path that could not be looked at.
struct ScanProblem {
  std::string path;
  std::string message;
  bool vanished = false;  ///< what the collection names is not there
};

struct Scan {
  std::vector<FoundFile> files;  ///< in byte order of their paths, each once
  std::vector<ScanProblem> problems;
};

/// The files that the paths and patterns of a collection stand for. A path without wildcards must be there; of a
/// pattern, the folder in front of its first wildcard.
Scan scan(const catalog::Collection& collection);

/// The file at a path now; nothing if there is none.
std::optional<FoundFile> look_at(const std::string& path);

/// An absolute path or pattern, without `.` and `..`, from one typed in the current folder.
std::string absolute_pattern(const std::string& pattern);

}  // namespace morgue::jobs
