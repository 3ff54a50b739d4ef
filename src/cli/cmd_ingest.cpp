// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_ingest.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <chrono>

#include "archive/ingest.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/rehearsal.h"
#include "cli/signals.h"
#include "core/error.h"
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

/// `50 requests, 3 picture items`.
std::string passed_over_text(const archive::IngestReport& report) {
  std::string out;
  for (const auto& [kind, count] : report.passed_over) out += (out.empty() ? "" : ", ") + plural(count, kind);
  return out;
}

std::string summary_json(const archive::IngestReport& report, double seconds) {
  const auto& c = report.counts;
  std::string out = fmt::format(
      R"({{"records":{},"added":{},"revised":{},"unchanged":{},"duplicates":{},"rejected":{},"seconds":{:.3f})",
      c.records, c.added, c.revised, c.unchanged, c.duplicates, c.rejected, seconds);
  if (!report.passed_over.empty()) {
    std::int64_t all = 0;
    for (const auto& [kind, count] : report.passed_over) all += count;
    out += fmt::format(R"(,"passed_over":{})", all);
  }
  return out + "}\n";
}

void report_unreadable(const archive::Unreadable& dump) {
  Context::warn("morgue: " + render::sanitise_line(dump.error.message()));
  if (!dump.error.hint().empty()) Context::warn("hint: " + render::sanitise_line(dump.error.hint()));
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
  if (!report.passed_over.empty()) context.note("passed over, as no articles: " + passed_over_text(report));
  if (report.too_many_rejects) {
    Context::warn("morgue: stopped at --max-rejects; what was read before is stored");
  }
  if (report.dumps == 0 && report.unreadable == 0 && !report.interrupted && !intake.paths.empty()) {
    Context::warn("morgue: " + render::sanitise_line(intake.paths.front()) + ": no dumps found");
    Context::warn("hint: name files or folders with news dumps, or say what they are with --format");
  }
  if (report.nothing_to_retry) context.note("no rejected records to read again");
  for (const std::string& dump : report.gone) {
    Context::warn("morgue: " + render::sanitise_line(dump) + ": cannot be read again, there is no such file");
  }
  if (!report.gone.empty()) {
    Context::warn("hint: put them back, or run morgue from the folder it was run from when they were read");
  }
  if (report.remarks > 0) {
    context.note(plural(report.remarks, "remark") +
                 " on records that were stored all the same: morgue rejects --remarks");
  }
}

}  // namespace

CLI::App* IngestCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("ingest", "Store the articles of dumps and index them");
  intake_.declare(*command)->required(false);
  command->add_flag("--retry-rejects", retry_, "Read again just the records that earlier runs rejected");
  command->add_option("--jobs", jobs_, "Threads that build the index (default: all cores)")->type_name("N");
  add_builder_option(*command, builder_);
  command->add_flag("--dry-run", dry_run_, "Show what the dumps hold and how they would be stored; store nothing");
  command->add_option("--max-rejects", max_rejects_, "Stop when more records than this are rejected")->type_name("N");
  command->add_option("-o,--output", output_, "Format of the summary")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int IngestCommand::rehearse(Context& context) {
  archive::IntakeOptions options = intake_.resolve();
  options.jobs = jobs_or_cores(jobs_);
  options.keep_records = true;
  archive::Intake intake(options);
  Rehearsal rehearsal(options.extract.mappings);
  archive::IngestReport report;
  while (auto item = intake.next()) {
    if (const auto* article = std::get_if<Article>(&*item)) {
      rehearsal.stored(*article, intake.record(), intake.format());
    } else if (const auto* reject = std::get_if<Reject>(&*item)) {
      rehearsal.rejected(*reject, intake.format());
      if (++report.counts.rejected <= kRejectLines) Context::warn(reject_line(*reject));
    } else if (const auto* unreadable = std::get_if<archive::Unreadable>(&*item)) {
      ++report.unreadable;
      report_unreadable(*unreadable);
    } else if (const auto* passed = std::get_if<PassedOver>(&*item)) {
      ++report.passed_over[passed->kind];
    } else {
      ++report.skipped;
    }
  }
  report.counts.records = intake.records();
  report.dumps = report.counts.records > 0 || !report.passed_over.empty() ? 1 : 0;
  if (output_ == "json") {
    context.out.write(
        fmt::format("{{\"records\":{},\"rejected\":{}}}\n", report.counts.records, report.counts.rejected));
  } else {
    context.out.write(rehearsal.text(text_style(context.options.colour), context.options.verbose));
    context.out.flush();
  }
  print_remarks(context, report, intake_);
  context.note(fmt::format("{}: {} would be stored or recognised, {} rejected; nothing was written",
                           plural(report.counts.records, "record"),
                           grouped(report.counts.records - report.counts.rejected), grouped(report.counts.rejected)));
  if (report.unreadable > 0 || report.dumps == 0) return kUsage;
  return report.counts.rejected > 0 ? kRejects : kSuccess;
}

int IngestCommand::run(Context& context) {
  if (retry_ != intake_.paths.empty()) {
    throw Error(ErrorCode::Usage, retry_ ? "ingest: --retry-rejects takes no PATH" : "ingest: PATH is missing",
                retry_ ? "the dumps to read again are known from the earlier runs: morgue rejects --by dump"
                       : "name the dumps to read: files, folders, or - for standard input");
  }
  if (dry_run_ && retry_) {
    throw Error(ErrorCode::Usage, "ingest: --dry-run and --retry-rejects do not go together",
                "see what was rejected with: morgue rejects");
  }
  if (dry_run_) return rehearse(context);
  const auto started = std::chrono::steady_clock::now();
  StopOnSignal stop;
  Progress progress(progress_mode(context.options.progress, context.options.quiet));
  archive::IngestOptions options;
  options.intake = intake_.resolve();
  options.retry_rejects = retry_;
  options.max_rejects = max_rejects_;
  options.jobs = jobs_or_cores(jobs_);
  options.builder = builder_of(builder_);
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
    context.note(render::sanitise_line(skipped.name) + ": skipped, not a dump");
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
  observer.warn = [&](const std::string& line) {
    progress.clear();
    Context::warn("morgue: " + render::sanitise_line(line));
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
  return report.exit_code;
}

}  // namespace morgue::cli
