// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/ingest.h"

#include <optional>

#include "archive/batch_writer.h"
#include "archive/indexer.h"
#include "archive/purge.h"
#include "archive/retry.h"
#include "catalog/reject_log.h"
#include "core/error.h"
#include "io/file_lock.h"

namespace morgue::archive {
namespace {

/// Reads every dump into the catalog; the counts are kept by the writer. With `retry`, just the records it wants.
void read_dumps(Intake& intake, BatchWriter& writer, const RetryList* retry, const IngestOptions& options,
                const IngestObserver& observer, IngestReport& report) {
  std::string last_dump;
  const auto note_dump = [&](const std::string& dump) {
    if (dump == last_dump) return;
    last_dump = dump;
    ++report.dumps;
  };
  const auto wants = [&](const std::string& dump, std::int64_t record) {
    return retry == nullptr || retry->wants(dump, record);
  };
  while (auto item = intake.next()) {
    if (const auto* article = std::get_if<Article>(&*item)) {
      note_dump(article->dump);
      if (wants(article->dump, article->record)) writer.add(*article, intake.prepared(), intake.remarks());
    } else if (const auto* reject = std::get_if<Reject>(&*item)) {
      note_dump(reject->where.dump);
      if (!wants(reject->where.dump, reject->where.record)) continue;
      writer.add(*reject);
      observer.rejected(*reject);
    } else if (const auto* passed = std::get_if<PassedOver>(&*item)) {
      note_dump(passed->where.dump);
      ++report.passed_over[passed->kind];
    } else if (const auto* skipped = std::get_if<Skipped>(&*item)) {
      ++report.skipped;
      observer.skipped(*skipped);
    } else {
      ++report.unreadable;
      observer.unreadable(std::get<Unreadable>(*item));
    }
    const auto& counts = writer.counts();
    observer.progress({IngestProgress::Stage::Reading, counts.records, counts.rejected, intake.progress(), 0, 0});
    report.too_many_rejects = options.max_rejects >= 0 && counts.rejected - writer.withdrawn() > options.max_rejects;
    report.interrupted = observer.stop_wanted();
    if (report.too_many_rejects || report.interrupted) break;
  }
}

int exit_code_of(const IngestReport& report, bool retry) {
  if (report.interrupted) return 130;
  if (report.unreadable > 0 || !report.gone.empty() || (report.dumps == 0 && !retry)) return 2;
  return report.counts.rejected > report.withdrawn ? 3 : 0;
}

}  // namespace

IngestReport ingest(const Layout& layout, const IngestOptions& options, const IngestObserver& observer) {
  layout.create();
  const io::FileLock lock(layout.lock(), options.command);
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
  finish_purges_begun(layout, catalog, options.jobs, observer.warn);
  IngestReport report;
  IntakeOptions dumps = options.intake;
  std::optional<RetryList> retry;
  if (options.retry_rejects) {
    retry.emplace(catalog::RejectLog(catalog).by_dump());
    dumps.files = retry->files();
    report.gone = retry->gone();
    report.nothing_to_retry = dumps.files.empty() && report.gone.empty();
  }
  dumps.jobs = options.jobs;
  dumps.prepare = true;
  Intake intake(std::move(dumps));
  BatchWriter writer(catalog, options.command);
  if (retry) writer.replace_rejects();
  read_dumps(intake, writer, retry ? &*retry : nullptr, options, observer, report);
  writer.commit();
  report.remarks = writer.remarks();
  report.withdrawn = writer.withdrawn();
  report.counts = writer.counts();
  if (!report.interrupted) {
    IndexOptions indexing;
    indexing.jobs = options.jobs;
    indexing.builder = options.builder;
    indexing.warn = observer.warn;
    indexing.progress = [&](std::int64_t done, std::int64_t total) {
      observer.progress({IngestProgress::Stage::Indexing, report.counts.records, report.counts.rejected,
                         intake.progress(), done, total});
      return !observer.stop_wanted();
    };
    try {
      bring_index_up_to_date(layout, catalog, indexing);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Interrupted) throw;
      report.interrupted = true;
    }
  }
  report.exit_code = exit_code_of(report, options.retry_rejects);
  writer.finish(report.exit_code);
  return report;
}

}  // namespace morgue::archive
