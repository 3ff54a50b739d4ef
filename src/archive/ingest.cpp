// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/ingest.h"

#include <chrono>
#include <ctime>
#include <optional>

#include "archive/families.h"
#include "archive/indexer.h"
#include "catalog/article_store.h"
#include "core/error.h"
#include "io/file_lock.h"

namespace morgue::archive {
namespace {

using SteadyClock = std::chrono::steady_clock;

// A batch is what a kill can cost; larger batches save syncs.
constexpr std::int64_t kBatchArticles = 5000;
constexpr std::size_t kBatchBytes = 64U << 20U;
constexpr auto kBatchTime = std::chrono::seconds(10);

/// Writes articles in transactions bounded by count, bytes and time.
class BatchWriter {
 public:
  BatchWriter(catalog::Catalog& catalog, const std::string& command)
      : catalog_(catalog), articles_(catalog), families_(catalog), log_(catalog) {
    catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
    run_ = log_.start(command, std::time(nullptr));
    transaction.commit();
  }

  void add(const Article& article) {
    open();
    ++counts_.records;
    const auto [outcome, id] = articles_.put(article, run_);
    switch (outcome) {
      case catalog::Outcome::Added:
        ++counts_.added;
        families_.added(id, article);
        break;
      case catalog::Outcome::Revised:
        ++counts_.revised;
        families_.revised(id, article);
        break;
      case catalog::Outcome::Unchanged:
        ++counts_.unchanged;
        break;
      case catalog::Outcome::Duplicate:
        ++counts_.duplicates;
        break;
    }
    bytes_ += article.body.size() + article.headline.size();
    close_when_full();
  }

  void add(const Reject& reject) {
    open();
    ++counts_.records;
    ++counts_.rejected;
    log_.add_reject(run_, reject);
    close_when_full();
  }

  void commit() {
    if (!transaction_) return;
    log_.update(run_, counts_);
    transaction_->commit();
    transaction_.reset();
    articles_in_batch_ = 0;
    bytes_ = 0;
  }

  void finish(int exit_code) {
    commit();
    catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
    log_.finish(run_, counts_, exit_code, std::time(nullptr));
    transaction.commit();
  }

  [[nodiscard]] const catalog::RunCounts& counts() const { return counts_; }

 private:
  void open() {
    if (transaction_) return;
    transaction_.emplace(catalog_, catalog::Transaction::Kind::Write);
    opened_ = SteadyClock::now();
  }

  void close_when_full() {
    ++articles_in_batch_;
    if (articles_in_batch_ >= kBatchArticles || bytes_ >= kBatchBytes || SteadyClock::now() - opened_ >= kBatchTime) {
      commit();
    }
  }

  catalog::Catalog& catalog_;
  catalog::ArticleStore articles_;
  Families families_;
  catalog::RunLog log_;
  std::int64_t run_ = 0;
  catalog::RunCounts counts_;
  std::optional<catalog::Transaction> transaction_;
  std::int64_t articles_in_batch_ = 0;
  std::size_t bytes_ = 0;
  SteadyClock::time_point opened_;
};

/// Reads every dump into the catalog; the counts are kept by the writer.
void read_dumps(Intake& intake, BatchWriter& writer, const IngestOptions& options, const IngestObserver& observer,
                IngestReport& report) {
  std::string last_dump;
  const auto note_dump = [&](const std::string& dump) {
    if (dump == last_dump) return;
    last_dump = dump;
    ++report.dumps;
  };
  while (auto item = intake.next()) {
    if (const auto* article = std::get_if<Article>(&*item)) {
      note_dump(article->dump);
      writer.add(*article);
    } else if (const auto* reject = std::get_if<Reject>(&*item)) {
      note_dump(reject->where.dump);
      writer.add(*reject);
      observer.rejected(*reject);
    } else if (const auto* skipped = std::get_if<Skipped>(&*item)) {
      ++report.skipped;
      observer.skipped(*skipped);
    } else {
      ++report.unreadable;
      observer.unreadable(std::get<Unreadable>(*item));
    }
    const auto& counts = writer.counts();
    observer.progress({IngestProgress::Stage::Reading, counts.records, counts.rejected, intake.progress(), 0, 0});
    report.too_many_rejects = options.max_rejects >= 0 && counts.rejected > options.max_rejects;
    report.interrupted = observer.stop_wanted();
    if (report.too_many_rejects || report.interrupted) break;
  }
}

int exit_code_of(const IngestReport& report) {
  if (report.interrupted) return 130;
  if (report.unreadable > 0 || report.dumps == 0) return 2;
  return report.counts.rejected > 0 ? 3 : 0;
}

}  // namespace

IngestReport ingest(const Layout& layout, const IngestOptions& options, const IngestObserver& observer) {
  layout.create();
  const io::FileLock lock(layout.lock(), options.command);
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
  IngestReport report;
  Intake intake(options.intake);
  BatchWriter writer(catalog, options.command);
  read_dumps(intake, writer, options, observer, report);
  writer.commit();
  report.counts = writer.counts();
  if (!report.interrupted) {
    IndexOptions indexing;
    indexing.jobs = options.jobs;
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
  writer.finish(exit_code_of(report));
  return report;
}

}  // namespace morgue::archive
