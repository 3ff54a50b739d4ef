// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "archive/indexer.h"
#include "archive/layout.h"

namespace morgue::archive {

struct ArchiveSize {
  std::int64_t catalog = 0;  ///< with its log
  std::int64_t index = 0;    ///< of the live segments
  std::int64_t segments = 0;
  std::int64_t dead = 0;  ///< documents that are superseded
};

struct Compaction {
  ArchiveSize before;
  ArchiveSize after;
  std::int64_t indexed = 0;  ///< documents written into the one segment; 0: there was nothing to gain
  bool log_emptied = true;   ///< else a reader was in the way
};

struct CompactOptions {
  IndexOptions indexing;
  std::function<void(const std::string&)> step;  ///< told what begins
};

/// Makes an archive as small as it can be: one segment of all articles where there are several, or superseded
/// documents in it; the catalog written anew without gaps; its log emptied. Takes the writer's lock; searches go on.
/// Throws Error{Io} before anything is begun when there is too little room.
Compaction compact(const Layout& layout, const CompactOptions& options, const std::string& command);

}  // namespace morgue::archive
