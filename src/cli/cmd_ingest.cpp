// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_ingest.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <chrono>

#include "archive/ingest.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

// More reject lines than a screen help nobody; `morgue rejects` lists them all.
constexpr std::int64_t kRejectLines = 20;

std::string plural(std::int64_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary_text(const archive::IngestReport& report, double seconds) {
  const auto& c = report.counts;
  return fmt::format("{}: {} added, {} revised, {} unchanged, {} duplicates, {} rejected in {:.1f} s",
                     plural(c.records, "record"), grouped(c.added), grouped(c.revised), grouped(c.unchanged),
                     grouped(c.duplicates), grouped(c.rejected), seconds);
}

std::string summary_json(const archive::IngestReport& report, double seconds) {
  const auto& c = report.counts;
  return fmt::format(
      R"({{"records":{},"added":{},"revised":{},"unchanged":{},"duplicates":{},"rejected":{},"seconds":{:.3f}}})"
      "\n",
      c.records, c.added, c.revised, c.unchanged, c.duplicates, c.rejected, seconds);
}

int exit_code_of(const archive::IngestReport& report) {
  if (report.interrupted) return kInterrupted;
  if (report.unreadable > 0 || report.dumps == 0) return kUsage;
  return report.counts.rejected > 0 ? kRejects : kSuccess;
}

void report_unreadable(const archive::Unreadable& dump) {
  Context::warn("morgue: " + render::sanitise(dump.error.message()));
  if (!dump.error.hint().empty()) Context::warn("hint: " + render::sanitise(dump.error.hint()));
}

/// Everything the report says besides the counts.
void print_remarks(const Context& context, const archive::IngestReport& report, const IntakeArguments& intake) {
  if (report.counts.rejected > kRejectLines) {
    Context::warn(fmt::format("... and {} more rejected", grouped(report.counts.rejected - kRejectLines)));
  }
  if (report.skipped > 0 && !context.options.verbose) {
    context.note(plural(report.skipped, "file") + " skipped that " +
                 (report.skipped == 1 ? "is no dump" : "are no dumps") + " (-v names them)");
  }
  if (report.too_many_rejects) {
    Context::warn("morgue: stopped at --max-rejects; what was read before is stored");
  }
  if (report.dumps == 0 && report.unreadable == 0 && !report.interrupted) {
    Context::warn("morgue: " + render::sanitise(intake.paths.front()) + ": no dumps found");
    Context::warn("hint: name files or folders with news dumps, or say what they are with --format");
  }
}

}  // namespace

CLI::App* IngestCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("ingest", "Store the articles of dumps and index them");
  intake_.declare(*command);
  command->add_option("--jobs", jobs_, "Threads that build the index (default: all cores)")->type_name("N");
  command->add_flag("--dry-run", dry_run_, "Read everything, store nothing");
  command->add_option("--max-rejects", max_rejects_, "Stop when more records than this are rejected")->type_name("N");
  command->add_option("-o,--output", output_, "Format of the summary")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int IngestCommand::rehearse(Context& context) {
  archive::Intake intake(intake_.resolve());
  archive::IngestReport report;
  while (auto item = intake.next()) {
    if (const auto* reject = std::get_if<Reject>(&*item)) {
      ++report.counts.rejected;
      Context::warn(reject_line(*reject));
    } else if (const auto* unreadable = std::get_if<archive::Unreadable>(&*item)) {
      ++report.unreadable;
      report_unreadable(*unreadable);
    } else if (std::holds_alternative<archive::Skipped>(*item)) {
      ++report.skipped;
    }
  }
  report.counts.records = intake.records();
  report.dumps = report.counts.records > 0 ? 1 : 0;
  print_remarks(context, report, intake_);
  context.note(fmt::format("{}: {} would be stored or recognised, {} rejected; nothing was written",
                           plural(report.counts.records, "record"),
                           grouped(report.counts.records - report.counts.rejected), grouped(report.counts.rejected)));
  return exit_code_of(report);
}

int IngestCommand::run(Context& context) {
  if (dry_run_) return rehearse(context);
  const auto started = std::chrono::steady_clock::now();
  StopOnSignal stop;
  Progress progress(progress_mode(context.options.progress, context.options.quiet));
  archive::IngestOptions options;
  options.intake = intake_.resolve();
  options.max_rejects = max_rejects_;
  options.jobs = jobs_or_cores(jobs_);
  options.command = context.command_line;

  std::int64_t reject_lines = 0;
  archive::IngestObserver observer;
  observer.rejected = [&](const Reject& reject) {
    if (++reject_lines > kRejectLines) return;
    progress.clear();
    Context::warn(reject_line(reject));
  };
  observer.skipped = [&](const archive::Skipped& skipped) {
    if (!context.options.verbose) return;
    progress.clear();
    context.note(render::sanitise(skipped.name) + ": skipped, not a dump");
  };
  observer.unreadable = [&](const archive::Unreadable& dump) {
    progress.clear();
    report_unreadable(dump);
  };
  observer.progress = [&](const archive::IngestProgress& now) {
    if (now.stage == archive::IngestProgress::Stage::Reading) {
      progress.reading(now.records, now.rejected, now.raw.read, now.raw.total);
    } else {
      progress.indexing(now.indexed, now.to_index);
    }
  };
  observer.stop_wanted = [&] { return stop.wanted(); };

  const auto report = archive::ingest(context.layout(), options, observer);
  progress.clear();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  print_remarks(context, report, intake_);
  if (report.counts.rejected > 0) context.note("rejected records are kept: morgue rejects");
  if (report.interrupted) Context::warn("morgue: interrupted; the same command continues from here");
  context.note(summary_text(report, seconds));
  if (output_ == "json") context.out.write(summary_json(report, seconds));
  return exit_code_of(report);
}

}  // namespace morgue::cli
