// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "archive/indexer.h"
#include "archive/intake.h"
#include "archive/layout.h"
#include "catalog/run_log.h"

namespace morgue::archive {

struct IngestOptions {
  IntakeOptions intake;
  bool retry_rejects = false;     ///< read again what earlier runs rejected, instead of `intake.paths`
  std::int64_t max_rejects = -1;  ///< stop when more records were rejected; negative: never
  unsigned jobs = 1;              ///< threads that build the index
  BuilderKind builder = BuilderKind::Bulk;
  std::string command;  ///< for the run log and the lock
};

/// Where an ingest stands, for progress and for the user's wish to stop.
struct IngestProgress {
  enum class Stage { Reading, Indexing } stage = Stage::Reading;
  std::int64_t records = 0;
  std::int64_t rejected = 0;
  io::RawProgress raw;
  std::int64_t indexed = 0;  ///< Indexing: documents done, of `to_index`
  std::int64_t to_index = 0;
};

/// What the caller wants to hear of while it happens. None may throw.
struct IngestObserver {
  std::function<void(const Reject&)> rejected;
  std::function<void(const Skipped&)> skipped;
  std::function<void(const Unreadable&)> unreadable;
  std::function<void(const std::string&)> warn;  ///< may be empty
  std::function<void(const IngestProgress&)> progress;
  std::function<bool()> stop_wanted;
};

struct IngestReport {
  catalog::RunCounts counts;
  std::map<std::string, std::int64_t> passed_over;  ///< records that are no articles, by their kind
  std::int64_t skipped = 0;                         ///< files that are no dumps
  std::int64_t unreadable = 0;                      ///< dumps that could not be opened
  std::int64_t withdrawn = 0;                       ///< of the rejected, those of articles that were taken down
  std::int64_t remarks = 0;                         ///< faults of records that were stored all the same
  std::vector<std::string> gone;                    ///< dumps to retry that are no longer there
  std::int64_t dumps = 0;                           ///< dumps that gave at least one record
  bool interrupted = false;
  bool too_many_rejects = false;
  bool nothing_to_retry = false;  ///< no rejected record is known whose dump could be read again
  int exit_code = 0;              ///< of the contract, as the run log has it
};

/// Dumps -> catalog -> index. Takes the writer's lock. Commits in batches: a kill at any moment loses the open batch at
/// most, and the same command run again ends in the same archive as an undisturbed run, because a text that is stored
/// already is recognised by its key and hash.
IngestReport ingest(const Layout& layout, const IngestOptions& options, const IngestObserver& observer);

}  // namespace morgue::archive
