// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/layout.h"
#include "catalog/collections.h"
#include "catalog/run_details.h"
#include "catalog/run_log.h"
#include "jobs/schedule.h"

namespace morgue::jobs {

struct CollectionStatus {
  catalog::Collection collection;
  catalog::CollectionSize size;
  std::int64_t never_read = 0;        ///< files there that no run has seen
  std::int64_t to_read = 0;           ///< files there that are new or may have changed
  std::vector<std::string> problems;  ///< paths and files that cannot be read, and why
  bool vanished = false;              ///< a path that it names is not there
};

struct RunStatus {
  catalog::Run run;
  std::vector<catalog::RunOfCollection> collections;
  std::vector<std::string> lines;
};

/// Something that will not mend itself.
struct Need {
  std::string what;
  std::string command;  ///< that mends it, or shows more
};

struct Status {
  std::int64_t articles = 0;
  std::optional<std::int64_t> oldest;  ///< UTC seconds, of the articles that are searchable
  std::optional<std::int64_t> newest;
  std::int64_t catalog_bytes = 0;
  std::int64_t index_bytes = 0;
  std::int64_t segments = 0;
  std::int64_t documents = 0;         ///< in the segments, the superseded ones among them
  std::int64_t dead = 0;              ///< superseded
  std::int64_t pending = 0;           ///< articles stored and not searchable yet
  std::int64_t outdated = 0;          ///< segments of an earlier text analysis
  std::optional<std::string> writer;  ///< who writes at the moment
  std::vector<CollectionStatus> collections;
  std::vector<Installed> schedules;
  std::vector<RunStatus> runs;  ///< newest first
  std::vector<Need> needs;
};

/// How an archive is. Changes nothing; looks at the files of all collections. `runs`: how many of the last.
Status status_of(const archive::Layout& layout, std::size_t runs);

}  // namespace morgue::jobs
