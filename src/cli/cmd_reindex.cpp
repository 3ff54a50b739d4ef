// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_reindex.h"

#include <CLI/App.hpp>
#include <ctime>

#include "archive/reader.h"
#include "cli/collection_intake.h"
#include "cli/exit_code.h"
#include "cli/job_output.h"
#include "cli/job_watch.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "core/error.h"
#include "jobs/run_program.h"
#include "query/parser.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

// As with ingest: `morgue rejects` lists them all.
constexpr std::int64_t kRejectLines = 20;
constexpr std::size_t kFilesNamed = 20;

std::vector<ArticleId> matches(const Context& context, const std::string& query) {
  if (query.empty()) return {};
  const query::Node tree = query::parse(query, context.parsing());
  archive::Reader reader(context.layout());
  return reader.matches(tree);
}

}  // namespace

CLI::App* ReindexCommand::declare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("reindex", "Read what is new in the collections and bring the index up to date");
  command->add_option("--collection", collections_, "Only this collection (repeatable; default: all)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_flag("--again", again_, "Read all their files, also those known and unchanged");
  auto* full = command->add_flag("--full", full_, "Build the whole index again; searches go on meanwhile");
  command->add_option("--where", where_, "Analyse the articles that match a query again")
      ->type_name("QUERY")
      ->excludes(full);
  command->add_flag("--dry-run", dry_run_, "Say what would be done, and do nothing");
  command->add_option("--wait", wait_, "How long to wait for another writer before giving up with exit code 75")
      ->check(CLI::NonNegativeNumber)
      ->type_name("SECONDS");
  command->add_option("--on-success", on_success_, "Run this with sh -c after exit code 0; gets the summary as JSON")
      ->type_name("CMD");
  command->add_option("--on-failure", on_failure_, "The same after any other exit code but 75 (locked)")
      ->type_name("CMD");
  command->add_option("--jobs", jobs_, "Threads that build the index (default: all cores)")->type_name("N");
  add_builder_option(*command, builder_);
  command->add_option("-o,--output", output_, "Format of the summary")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int ReindexCommand::run(Context& context) {
  if (dry_run_) return rehearse(context);
  jobs::JobReport failed;
  failed.command = context.command_line;
  failed.started = std::time(nullptr);
  try {
    return work(context);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::Locked) {
      // Another run is at work: no news for who wants to hear nothing but news.
      if (context.options.quiet) return kLocked;
      throw;
    }
    failed.finished = std::time(nullptr);
    failed.exit_code = exit_code_of(error.code());
    call_hooks(failed, &error, context.layout().root());
    throw;
  }
}

int ReindexCommand::rehearse(Context& context) const {
  const auto layout = context.layout();
  layout.require();
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const auto preview = jobs::preview(catalog, collections_, again_, false);
  const auto to_analyse = static_cast<std::int64_t>(matches(context, where_).size());
  if (output_ == "json") {
    context.out.write(preview_json(preview, to_analyse, full_));
    return kSuccess;
  }
  context.out.write(preview_text(preview, context.options.verbose ? static_cast<std::size_t>(-1) : kFilesNamed));
  if (!where_.empty()) {
    context.out.write(grouped(to_analyse) + (to_analyse == 1 ? " article" : " articles") + " to be analysed again\n");
  }
  if (full_) context.out.write("all articles to be indexed again\n");
  return kSuccess;
}

int ReindexCommand::work(Context& context) {
  const StopOnSignal stop;
  Progress progress(progress_mode(context.options.progress, context.options.quiet));
  jobs::JobOptions options;
  options.collections = collections_;
  options.again = again_;
  options.full = full_;
  options.wait_seconds = wait_;
  options.jobs = jobs_or_cores(jobs_);
  options.builder = builder_of(builder_);
  options.command = context.command_line;
  options.intake = intake_of;
  options.exit_code = [](const Error& error) { return exit_code_of(error.code()); };
  options.analyse = matches(context, where_);

  std::int64_t reject_lines = 0;
  jobs::JobObserver observer;
  observer.say = [&](jobs::Weight weight, const std::string& line) {
    if (weight == jobs::Weight::Detail && !context.options.verbose) return;
    progress.clear();
    if (weight == jobs::Weight::Problem) {
      Context::warn("morgue: " + render::sanitise_line(line));
    } else {
      context.note(render::sanitise_line(line));
    }
  };
  observer.rejected = [&](const Reject& reject) {
    if (++reject_lines > kRejectLines) return;
    progress.clear();
    Context::warn(reject_line(reject));
  };
  observer.progress = [&](const archive::IngestProgress& now) {
    if (now.stage == archive::IngestProgress::Stage::Reading) {
      progress.reading(now.records, now.rejected, now.raw.read, now.raw.total);
    } else {
      progress.indexing(now.indexed, now.to_index);
    }
  };
  observer.stop_wanted = [&] { return stop.wanted(); };

  jobs::JobReport report = jobs::run_job(context.layout(), options, observer);
  progress.clear();
  if (reject_lines > kRejectLines) {
    Context::warn("... and " + grouped(reject_lines - kRejectLines) + " more rejected");
  }
  if (report.fresh_rejects > 0) context.note("rejected records are kept: morgue rejects");
  if (report.interrupted) Context::warn("morgue: interrupted; the same command continues from here");
  for (const std::string& line : job_lines(report)) context.note(line);
  if (!report.interrupted) report_watched(context, report);
  if (output_ == "json") context.out.write(job_json(report, nullptr));
  call_hooks(report, nullptr, context.layout().root());
  return report.exit_code;
}

void ReindexCommand::call_hooks(const jobs::JobReport& report, const Error* error,
                                const std::filesystem::path& archive) const {
  const std::string& command = report.exit_code == kSuccess ? on_success_ : on_failure_;
  if (command.empty()) return;
  const int code = jobs::run_hook(command, archive, job_json(report, error));
  if (code != 0) {
    Context::warn("morgue: " + std::string(report.exit_code == kSuccess ? "--on-success" : "--on-failure") +
                  " ended with exit code " + std::to_string(code) + ": " + command);
  }
}

}  // namespace morgue::cli
