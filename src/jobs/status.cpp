// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/status.h"

#include <algorithm>
#include <filesystem>

#include "archive/indexer.h"
#include "catalog/article_store.h"
#include "catalog/checkpoints.h"
#include "catalog/saved_searches.h"
#include "catalog/segment_table.h"
#include "io/file_lock.h"
#include "jobs/job.h"
#include "jobs/watch.h"

namespace morgue::jobs {
namespace {

constexpr std::size_t kProblemsNamed = 3;

std::int64_t bytes_of(const std::filesystem::path& file) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(file, missing);
  return missing ? 0 : static_cast<std::int64_t>(size);
}

std::string counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void look_at_index(const archive::Layout& layout, catalog::Catalog& catalog, Status& status) {
  catalog::SegmentTable table(catalog);
  std::string lost;
  for (const auto& segment : table.live()) {
    ++status.segments;
    status.documents += segment.documents;
    status.dead += segment.dead;
    if (segment.oldest) status.oldest = std::min(status.oldest.value_or(*segment.oldest), *segment.oldest);
    if (segment.newest) status.newest = std::max(status.newest.value_or(*segment.newest), *segment.newest);
    for (const auto& file : segment.files) {
      const auto path = layout.segment(segment.location) / file.name;
      const std::int64_t bytes = bytes_of(path);
      status.index_bytes += bytes;
      if (bytes != static_cast<std::int64_t>(file.size)) lost = path.string();
    }
  }
  status.pending = table.pending_count();
  if (!lost.empty()) {
    status.needs.push_back({lost +
                                ": lost, or not as long as it was written; nothing can be searched until it is built "
                                "again from the catalog, where all is still there",
                            "morgue reindex --full"});
  }
}

void look_at_runs(catalog::Catalog& catalog, std::size_t count, Status& status) {
  catalog::RunDetails details(catalog);
  for (auto& run : catalog::RunLog(catalog).recent(std::max<std::size_t>(count, 1))) {
    RunStatus& entry = status.runs.emplace_back();
    entry.collections = details.collections(run.id);
    entry.lines = details.lines(run.id);
    entry.run = std::move(run);
  }
  if (status.runs.empty()) return;
  const RunStatus& last = status.runs.front();
  const std::string number = "run " + std::to_string(last.run.id);
  if (!last.run.exit_code) {
    if (!status.writer) {
      status.needs.push_back({number + " was killed; what it had committed is stored", "morgue reindex"});
    }
    return;
  }
  const int code = *last.run.exit_code;
  // What it could not read is known already, if it is still so.
  const bool said = code == 2 && !status.needs.empty();
  if (code != 0 && code != 3 && code != 130 && !said) {
    const std::string why = last.lines.empty() ? "" : ": " + last.lines.back();
    status.needs.push_back({number + " failed with exit code " + std::to_string(code) + why, "morgue reindex"});
  }
}

void look_at_files(const PlannedCollection& planned, CollectionStatus& out) {
  for (const PlannedFile& file : planned.plan.work) {
    if (file.change == FileChange::New) ++out.never_read;
    if (file.change != FileChange::Untouched) ++out.to_read;
  }
  for (const ScanProblem& problem : planned.problems) {
    out.problems.push_back(problem.message);
    out.vanished = out.vanished || problem.vanished;
  }
}

void look_at_collections(catalog::Catalog& catalog, const std::vector<PlannedCollection>& planned, Status& status) {
  catalog::CollectionTable table(catalog);
  catalog::CheckpointTable checkpoints(catalog);
  for (const PlannedCollection& each : planned) {
    CollectionStatus& out = status.collections.emplace_back();
    out.collection = each.collection;
    out.size = table.size(each.collection.id);
    look_at_files(each, out);
    for (const auto& file : checkpoints.list(each.collection.id)) {
      if (file.problem && !file.gone_at) out.problems.push_back(*file.problem);
    }
    const std::string name = each.collection.name;
    const std::string advice =
        out.vanished ? " (is a disk not mounted? If it is gone for good: morgue collection remove " + name + ")"
                     : " (mend it, or leave it out: morgue collection add " + name + " --exclude FILE)";
    for (std::size_t i = 0; i < std::min(out.problems.size(), kProblemsNamed); ++i) {
      status.needs.push_back(
          {"collection " + name + ": " + out.problems[i] + advice, "morgue reindex --collection " + name});
    }
    if (out.problems.size() > kProblemsNamed) {
      const auto more = static_cast<std::int64_t>(out.problems.size() - kProblemsNamed);
      status.needs.push_back({"collection " + name + ": " + counted(more, "more file") + " cannot be read",
                              "morgue collection show " + name});
    }
  }
}

void look_at_saved_searches(catalog::Catalog& catalog, Status& status) {
  for (const auto& search : catalog::SavedSearchTable(catalog).list()) {
    if (search.failures < kWorrying) continue;
    status.needs.push_back(
        {"the reports of the saved search " + search.name + " were not delivered " + std::to_string(search.failures) +
             " times in a row: " + search.problem.value_or(""),
         search.command.empty() ? "morgue saved show " + search.name : "morgue watch " + search.name});
  }
}

}  // namespace

Status status_of(const archive::Layout& layout, std::size_t runs) {
  layout.require();
  Status status;
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  status.writer = io::lock_holder(layout.lock());
  // Before the snapshot: it opens its own.
  const Preview found = preview(catalog, {}, false, true);
  status.outdated = found.outdated;
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  status.articles = catalog::ArticleStore(catalog).count();
  for (const char* suffix : {"", "-wal", "-shm"}) status.catalog_bytes += bytes_of(layout.catalog().string() + suffix);
  look_at_index(layout, catalog, status);
  JobCommand job;
  job.archive = std::filesystem::weakly_canonical(layout.root());
  status.schedules = installed_schedules(job, this_machine());
  look_at_collections(catalog, found.collections, status);
  look_at_runs(catalog, runs, status);
  look_at_saved_searches(catalog, status);
  if (status.outdated > 0) {
    status.needs.push_back({counted(status.outdated, "segment") + " of the index " +
                                (status.outdated == 1 ? "was" : "were") +
                                " made by another version of morgue, and cannot be searched",
                            "morgue reindex"});
  }
  if (runs < status.runs.size()) status.runs.resize(runs);
  return status;
}

}  // namespace morgue::jobs
