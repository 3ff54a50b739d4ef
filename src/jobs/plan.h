// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/checkpoints.h"
#include "jobs/scan.h"

namespace morgue::jobs {

enum class FileChange : std::uint8_t {
  New,
  Changed,    ///< other content under the same path: read as a whole
  Grown,      ///< read on behind what is known
  Shrunk,     ///< shorter than what was read of it: read as a whole
  Repeated,   ///< to be read again because asked for
  Untouched,  ///< nothing to read, but something about it is to be written down
};

struct PlannedFile {
  FoundFile file;
  FileChange change = FileChange::New;
  catalog::Checkpoint before;  ///< of New: empty
};

/// What is to be done about the files of a collection.
struct Plan {
  std::vector<PlannedFile> work;  ///< in byte order of their paths
  std::vector<std::string> gone;  ///< known, and for the first time not there
  std::int64_t there = 0;         ///< files found
  std::int64_t unchanged = 0;     ///< of these, known and with nothing to read
  bool all_gone = false;          ///< the last known file has gone, and none is there
};

struct PlanOptions {
  bool again = false;      ///< read what is known, too
  bool look_only = false;  ///< decide by size, mtime and inode alone: what is in doubt counts as changed
  std::int64_t now = 0;    ///< UTC seconds
};

Plan make_plan(const Scan& scan, const std::vector<catalog::Checkpoint>& known, const PlanOptions& options);

/// Whether a file is read, by its plan.
bool is_read(const PlannedFile& planned);

/// What the file is once it was read up to `offset` (of `records`), or as a whole when that is absent. Looks at the
/// file again: one that changed meanwhile is in doubt, and `changed` is set.
catalog::Checkpoint settle(const FoundFile& file, const std::optional<std::int64_t>& offset, std::int64_t records,
                           std::int64_t now, bool& changed);

}  // namespace morgue::jobs
