// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/job_watch.h"

#include <algorithm>
#include <vector>

#include "archive/watch.h"
#include "catalog/saved_searches.h"
#include "cli/exit_code.h"
#include "cli/watch_output.h"
#include "core/error.h"
#include "jobs/watch.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

constexpr double kSecondsToWait = 60;

std::vector<catalog::SavedSearch> saved_searches(const archive::Layout& layout) {
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return catalog::SavedSearchTable(catalog).list();
}

void note(const Context& context, const jobs::WatchOutcome& outcome, jobs::JobReport& job) {
  const auto& [report, delivery] = outcome;
  const std::string& name = report.search.name;
  const bool failed = delivery.end == jobs::Delivery::End::Failed;
  if (report.entries.empty() && !failed) return;
  using archive::Change;
  job.watched.push_back({name, report.number, report.count(Change::New), report.count(Change::Changed),
                         report.count(Change::Withdrawn), delivery.end == jobs::Delivery::End::Delivered,
                         delivery.problem});
  if (failed) {
    const std::int64_t failures = report.search.failures + 1;
    std::string line = "morgue: saved search " + name + ": " + render::sanitise_line(delivery.problem);
    if (!report.entries.empty()) line += "; the report is kept for the next run";
    if (failures > 1) line += " (" + grouped(failures) + " times in a row)";
    Context::warn(line);
    if (failures >= jobs::kWorrying && (job.exit_code == kSuccess || job.exit_code == kRejects)) job.exit_code = kIo;
  } else if (delivery.end == jobs::Delivery::End::Delivered) {
    context.note("saved search " + name + ": " + watch_counts(report) + "; report " + grouped(report.number) +
                 " given to its command");
  } else {
    context.note("saved search " + name + ": " + watch_counts(report) + "; see: morgue watch " + name);
  }
}

}  // namespace

void report_watched(const Context& context, jobs::JobReport& report) {
  const auto layout = context.layout();
  const bool quiet = context.options.quiet;
  const auto wanted = [quiet](const catalog::SavedSearch& search) {
    return search.watched && (!quiet || !search.command.empty());
  };
  if (std::ranges::none_of(saved_searches(layout), wanted)) return;
  jobs::WatchOptions options;
  options.wanted = wanted;
  options.wait_seconds = kSecondsToWait;
  options.today = context.query_day();
  options.command = context.command_line;
  try {
    const auto deliver = [&layout](const archive::WatchReport& made, archive::Reader& reader) {
      if (made.search.command.empty()) return jobs::Delivery{};
      return deliver_to(made.search.command, layout.root(), made, reader);
    };
    for (const auto& outcome : jobs::watch(layout, options, deliver)) note(context, outcome, report);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Locked) throw;
    context.note("saved searches are reported by the next run: " + error.message());
  }
}

}  // namespace morgue::cli
