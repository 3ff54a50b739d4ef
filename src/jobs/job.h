// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/indexer.h"
#include "archive/intake.h"
#include "archive/layout.h"
#include "catalog/collections.h"
#include "core/article.h"
#include "core/error.h"
#include "jobs/plan.h"
#include "jobs/report.h"
#include "jobs/voice.h"

namespace morgue::jobs {

/// How the records of a collection are read; throws when its own settings are of no use (a mapping file that is gone).
using IntakeMaker = std::function<archive::IntakeOptions(const catalog::Collection&)>;

struct JobOptions {
  std::vector<std::string> collections;  ///< by name; empty: all
  bool again = false;                    ///< read all their files, known or not
  bool full = false;                     ///< build the whole index again
  std::vector<ArticleId> analyse;        ///< articles to analyse again
  double wait_seconds = 0;               ///< for the writer's lock
  unsigned jobs = 1;                     ///< threads that build the index
  archive::BuilderKind builder = archive::BuilderKind::Bulk;
  std::string command;  ///< for the run log and the lock
  IntakeMaker intake;
  std::function<int(const Error&)> exit_code;  ///< of a run that ends with this error
};

/// The scheduled job: reads what is new or changed in the collections, brings the index up to date, merges segments
/// when that is due, sweeps what is left over, and writes down what it did. Takes the writer's lock. A run that fails
/// is recorded, too, and rethrows. A kill at any moment costs the open batch at most; the next run ends in the same
/// archive.
JobReport run_job(const archive::Layout& layout, const JobOptions& options, const JobObserver& observer);

/// What a run would read of a collection.
struct PlannedCollection {
  catalog::Collection collection;
  Plan plan;
  std::vector<ScanProblem> problems;
};

struct Preview {
  std::vector<PlannedCollection> collections;
  std::int64_t pending = 0;   ///< articles to index already now
  std::int64_t outdated = 0;  ///< segments that must be built again
};

/// Looks, and changes nothing: needs no lock. `look_only`: without reading files whose mtime leaves doubt.
Preview preview(catalog::Catalog& catalog, const std::vector<std::string>& collections, bool again, bool look_only);

}  // namespace morgue::jobs
