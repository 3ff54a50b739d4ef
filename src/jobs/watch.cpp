// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/watch.h"

#include <ctime>

#include "core/error.h"
#include "io/file_lock.h"

namespace morgue::jobs {
namespace {

using archive::WatchReport;

class Watcher {
 public:
  Watcher(const archive::Layout& layout, const WatchOptions& options)
      : layout_(layout), options_(options), lock_(layout.watch_lock(), options.command, options.wait_seconds) {}

  std::vector<WatchOutcome> run(const Deliver& deliver) {
    archive::Reader reader(layout_);
    std::vector<WatchOutcome> outcomes;
    for (const auto& search : catalog::SavedSearchTable(reader.catalog()).list()) {
      if (!options_.wanted(search)) continue;
      WatchOutcome& outcome = outcomes.emplace_back();
      outcome.report.search = search;
      try {
        const auto query = archive::query_of(reader, search, options_.today);
        outcome.report = archive::watch(reader, search, query, options_.from_start);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::Query) throw;
        outcome.delivery = {Delivery::End::Failed, error.message().substr(0, error.message().find('\n'))};
      }
      if (!outcome.report.entries.empty()) outcome.delivery = deliver(outcome.report, reader);
      if (!options_.before_settling) settle(outcome);
    }
    if (options_.before_settling && options_.before_settling()) {
      for (const WatchOutcome& outcome : outcomes) settle(outcome);
    }
    return outcomes;
  }

  WatchStart start(const std::string& name, const std::string& command) {
    archive::Reader reader(layout_);
    const auto search = catalog::SavedSearchTable(reader.catalog()).find(name);
    if (!search) throw Error(ErrorCode::Usage, "there is no saved search \"" + name + "\"", "see morgue saved list");
    const auto query = archive::query_of(reader, *search, options_.today);
    WatchReport report;
    if (!search->watched) report = archive::watch(reader, *search, query, true);
    const auto matches = search->watched ? reader.count(query) : static_cast<std::int64_t>(report.entries.size());
    write([&](catalog::Catalog& catalog) {
      catalog::SavedSearchTable(catalog).watch(search->id, command);
      if (!search->watched) {
        static_cast<void>(catalog::ReportedTable(catalog).adjust(search->id, search->report, report.changes));
      }
    });
    return {matches, search->watched};
  }

 private:
  /// The reader's snapshot does not see it, and need not: each report is of another search.
  void write(const std::function<void(catalog::Catalog&)>& change) const {
    const io::FileLock writer(layout_.lock(), options_.command, options_.wait_seconds);
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    change(catalog);
    transaction.commit();
  }

  void settle(const WatchOutcome& outcome) const {
    if (options_.dry_run) return;
    const WatchReport& report = outcome.report;
    const Delivery& delivery = outcome.delivery;
    const std::int64_t id = report.search.id;
    if (delivery.end == Delivery::End::Failed) {
      write([&](catalog::Catalog& catalog) { catalog::SavedSearchTable(catalog).note_failure(id, delivery.problem); });
    } else if (delivery.end == Delivery::End::Delivered) {
      settle_delivered(report);
    } else if (report.entries.empty() && has_moved(report)) {
      write([&](catalog::Catalog& catalog) {
        static_cast<void>(catalog::ReportedTable(catalog).adjust(id, report.search.report, report.changes));
      });
    }
  }

  void settle_delivered(const WatchReport& report) const {
    try {
      write([&](catalog::Catalog& catalog) {
        // False when the search was removed, or is no longer watched: there is nothing to remember then.
        static_cast<void>(catalog::ReportedTable(catalog).deliver(report.search.id, report.number, report.changes,
                                                                  std::time(nullptr)));
      });
    } catch (const Error& error) {
      throw Error(error.code(),
                  "report " + std::to_string(report.number) + " of " + report.search.name +
                      " was delivered, but that could not be written down: " + error.message(),
                  "it will come again under the same number; " + error.hint());
    }
  }

  /// Worth a transaction of its own: else the same documents would be looked at each time.
  static bool has_moved(const WatchReport& report) {
    return !report.changes.put.empty() || !report.changes.forgotten.empty() ||
           report.changes.segment != report.search.segment;
  }

  const archive::Layout& layout_;
  const WatchOptions& options_;
  io::FileLock lock_;
};

}  // namespace

std::vector<WatchOutcome> watch(const archive::Layout& layout, const WatchOptions& options, const Deliver& deliver) {
  layout.require();
  return Watcher(layout, options).run(deliver);
}

WatchStart start_watching(const archive::Layout& layout, const std::string& name, const std::string& command,
                          const WatchOptions& options) {
  layout.require();
  return Watcher(layout, options).start(name, command);
}

}  // namespace morgue::jobs
