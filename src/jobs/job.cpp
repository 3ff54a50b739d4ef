// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/job.h"

#include <algorithm>
#include <ctime>
#include <optional>

#include "archive/batch_writer.h"
#include "archive/families.h"
#include "archive/indexer.h"
#include "archive/purge.h"
#include "archive/reanalyse.h"
#include "catalog/checkpoints.h"
#include "catalog/families.h"
#include "catalog/run_details.h"
#include "catalog/segment_table.h"
#include "io/file_lock.h"
#include "jobs/collection_reader.h"
#include "jobs/scan.h"

namespace morgue::jobs {
namespace {

// A damaged disk has more to say than anybody reads.
constexpr std::size_t kMostLines = 500;

std::vector<catalog::Collection> chosen(catalog::Catalog& catalog, const std::vector<std::string>& names) {
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  catalog::CollectionTable table(catalog);
  if (names.empty()) return table.list();
  std::vector<catalog::Collection> out;
  for (const std::string& name : names) {
    auto found = table.find(name);
    if (!found) {
      throw Error(ErrorCode::Usage, "there is no collection \"" + name + "\"", "see morgue collection list");
    }
    out.push_back(std::move(*found));
  }
  return out;
}

std::vector<catalog::Checkpoint> checkpoints(catalog::Catalog& catalog, std::int64_t collection) {
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return catalog::CheckpointTable(catalog).list(collection);
}

void count_changes(const Plan& plan, CollectionReport& report) {
  report.there = plan.there;
  report.unchanged = plan.unchanged;
  report.gone = static_cast<std::int64_t>(plan.gone.size());
  for (const PlannedFile& planned : plan.work) {
    switch (planned.change) {
      case FileChange::New:
        ++report.fresh;
        break;
      case FileChange::Grown:
        ++report.grown;
        break;
      case FileChange::Changed:
      case FileChange::Shrunk:
      case FileChange::Repeated:
        ++report.changed;
        break;
      case FileChange::Untouched:
        break;
    }
  }
}

/// One run, from its first row to its last.
class Job {
 public:
  Job(const archive::Layout& layout, catalog::Catalog& catalog, const JobOptions& options, const JobObserver& observer)
      : layout_(layout),
        catalog_(catalog),
        options_(options),
        observer_(observer),
        writer_(catalog, options.command),
        details_(catalog) {
    report_.run = writer_.run();
    report_.command = options.command;
    report_.started = std::time(nullptr);
    telling_ = observer;
    telling_.say = [this](Weight weight, const std::string& line) { say(weight, line); };
  }

  JobReport run(const std::vector<catalog::Collection>& collections) {
    try {
      if (read(collections)) {
        analyse();
        index();
      } else {
        report_.interrupted = true;
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Interrupted) {
        fail(error);
        throw;
      }
      report_.interrupted = true;
    }
    report_.counts = writer_.counts();
    report_.remarks = writer_.remarks();
    report_.exit_code = exit_code();
    end(report_.exit_code);
    report_.finished = std::time(nullptr);
    return report_;
  }

 private:
  void say(Weight weight, const std::string& line) {
    if (weight == Weight::Problem) ++report_.problems;
    if (weight != Weight::Detail && report_.lines.size() < kMostLines) report_.lines.push_back(line);
    observer_.say(weight, line);
  }

  bool read(const std::vector<catalog::Collection>& collections) {
    for (const catalog::Collection& collection : collections) {
      CollectionReport& report = report_.collections.emplace_back();
      report.done.collection = collection.name;
      const Scan found = scan(collection);
      for (const ScanProblem& problem : found.problems) {
        ++report.problems;
        std::string line = "collection " + collection.name + ": " + problem.message;
        if (problem.vanished) {
          line += "; its articles stay. Is a disk not mounted? If it is gone for good: morgue collection remove " +
                  collection.name;
        }
        say(Weight::Problem, line);
      }
      Plan plan = make_plan(found, checkpoints(catalog_, collection.id), {options_.again, false, report_.started});
      count_changes(plan, report);
      remark_on(collection, plan);
      if (plan.work.empty() && plan.gone.empty()) continue;
      std::optional<archive::IntakeOptions> intake;
      try {
        intake = options_.intake(collection);
        intake->jobs = options_.jobs;
      } catch (const Error& error) {
        // The other collections are none the worse for it.
        ++report.problems;
        say(Weight::Problem, "collection " + collection.name + ": " + error.message());
        continue;
      }
      CollectionReader reader(catalog_, writer_, collection, std::move(plan), std::move(*intake), telling_);
      if (!reader.read(report, report_.fresh_rejects)) return false;
    }
    return !observer_.stop_wanted();
  }

  void remark_on(const catalog::Collection& collection, const Plan& plan) {
    for (const PlannedFile& planned : plan.work) {
      if (planned.change != FileChange::Shrunk) continue;
      say(Weight::Note, planned.file.path + ": shrank from " + std::to_string(planned.before.size) + " to " +
                            std::to_string(planned.file.size) +
                            " bytes; read as a whole, and what is stored of it stays");
    }
    if (plan.all_gone) {
      say(Weight::Problem, "collection " + collection.name + ": all its files are gone, and no other is there" +
                               " (their articles stay; is a disk not mounted?)");
      return;
    }
    for (const std::string& path : plan.gone) say(Weight::Detail, path + ": gone; its articles stay");
  }

  bool interrupted_rebuilding() {
    const catalog::Transaction snapshot(catalog_, catalog::Transaction::Kind::Read);
    return catalog::FamilyTable(catalog_).rebuilding();
  }

  void analyse() {
    if (options_.full || interrupted_rebuilding()) {
      archive::rebuild_families(catalog_, [this](std::int64_t, std::int64_t) { return !observer_.stop_wanted(); });
    }
    if (!options_.analyse.empty()) {
      report_.analysed = archive::reanalyse(catalog_, options_.analyse, observer_.stop_wanted);
    }
  }

  void index() {
    if (const std::int64_t outdated = archive::outdated_segments(catalog_); outdated > 0 && !options_.full) {
      say(Weight::Note, "the analysis of texts has changed since " + std::to_string(outdated) + " segment" +
                            (outdated == 1 ? " was" : "s were") + " built: built again now");
    }
    archive::IndexOptions indexing;
    indexing.jobs = options_.jobs;
    indexing.full = options_.full;
    indexing.warn = [this](const std::string& line) { say(Weight::Note, line); };
    indexing.builder = options_.builder;
    indexing.warn = [this](const std::string& line) { say(Weight::Note, line); };
    indexing.progress = [this](std::int64_t done, std::int64_t total) {
      const auto& counts = writer_.counts();
      observer_.progress({archive::IngestProgress::Stage::Indexing, counts.records, counts.rejected, {}, done, total});
      return !observer_.stop_wanted();
    };
    report_.indexed = archive::bring_index_up_to_date(layout_, catalog_, indexing);
  }

  [[nodiscard]] int exit_code() const {
    if (report_.interrupted) return 130;
    if (report_.problems > 0) return 2;
    return report_.fresh_rejects > 0 ? 3 : 0;
  }

  void write_lines() {
    for (const std::string& line : report_.lines) details_.add_line(report_.run, line);
  }

  void end(int exit_code) {
    if (!report_.lines.empty()) writer_.with_batch([this] { write_lines(); });
    writer_.finish(exit_code);
    const catalog::Transaction snapshot(catalog_, catalog::Transaction::Kind::Read);
    report_.segments = static_cast<std::int64_t>(catalog::SegmentTable(catalog_).live().size());
  }

  void fail(const Error& error) {
    try {
      writer_.fail(options_.exit_code(error));
      catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
      report_.lines.push_back(error.message());
      write_lines();
      transaction.commit();
    } catch (const Error&) {
      // A full disk takes no note of itself; the first error is the one to report.
    }
  }

  const archive::Layout& layout_;
  catalog::Catalog& catalog_;
  const JobOptions& options_;
  const JobObserver& observer_;
  JobObserver telling_;
  archive::BatchWriter writer_;
  catalog::RunDetails details_;
  JobReport report_;
};

}  // namespace

JobReport run_job(const archive::Layout& layout, const JobOptions& options, const JobObserver& observer) {
  layout.require();
  layout.create();  // the index folder, when it was lost
  const io::FileLock lock(layout.lock(), options.command, options.wait_seconds);
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
  const auto collections = chosen(catalog, options.collections);
  archive::finish_purges_begun(layout, catalog, options.jobs,
                               [&](const std::string& line) { observer.say(Weight::Note, line); });
  return Job(layout, catalog, options, observer).run(collections);
}

Preview preview(catalog::Catalog& catalog, const std::vector<std::string>& collections, bool again, bool look_only) {
  Preview out;
  for (catalog::Collection& collection : chosen(catalog, collections)) {
    Scan found = scan(collection);
    Plan plan = make_plan(found, checkpoints(catalog, collection.id), {again, look_only, std::time(nullptr)});
    out.collections.push_back({std::move(collection), std::move(plan), std::move(found.problems)});
  }
  out.outdated = archive::outdated_segments(catalog);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  out.pending = catalog::SegmentTable(catalog).pending_count();
  return out;
}

}  // namespace morgue::jobs
