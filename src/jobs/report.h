// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/run_details.h"
#include "catalog/run_log.h"

namespace morgue::jobs {

/// What a run found and did in one collection.
struct CollectionReport {
  catalog::RunOfCollection done;
  std::int64_t there = 0;  ///< files found
  std::int64_t fresh = 0;  ///< of these, never seen before
  std::int64_t changed = 0;
  std::int64_t grown = 0;
  std::int64_t unchanged = 0;
  std::int64_t gone = 0;      ///< no longer there, for the first time
  std::int64_t problems = 0;  ///< paths and files that could not be read
  std::int64_t skipped = 0;   ///< files that are no dumps
};

/// What a run found in a watched search, and whether its command took it.
struct WatchedSearch {
  std::string name;
  std::int64_t report = 0;  ///< its number
  std::int64_t fresh = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;
  bool delivered = false;
  std::string problem;  ///< why not; empty also where there is no command
};

struct JobReport {
  std::int64_t run = 0;
  std::string command;
  std::int64_t started = 0;
  std::int64_t finished = 0;
  std::vector<CollectionReport> collections;
  catalog::RunCounts counts;
  std::int64_t fresh_rejects = 0;  ///< of the rejected, those that no run has said of before
  std::int64_t remarks = 0;
  std::int64_t problems = 0;
  std::int64_t analysed = 0;  ///< articles analysed again, because asked for
  std::int64_t indexed = 0;   ///< documents written
  std::int64_t segments = 0;  ///< live ones
  std::vector<std::string> lines;
  std::vector<WatchedSearch> watched;  ///< those with something to report
  bool interrupted = false;
  int exit_code = 0;
};

}  // namespace morgue::jobs
