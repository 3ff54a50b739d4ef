// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_reindex.h"

#include <CLI/App.hpp>

#include "archive/reindex.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/signals.h"

namespace morgue::cli {

CLI::App* ReindexCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("reindex", "Bring the index up to date with the catalog");
  command->add_flag("--full", full_, "Build the whole index again; searches go on meanwhile");
  command->add_option("--jobs", jobs_, "Threads that build the index (default: all cores)")->type_name("N");
  return command;
}

int ReindexCommand::run(Context& context) {
  const StopOnSignal stop;
  Progress progress(progress_mode(context.options.progress, context.options.quiet));
  archive::IndexOptions options;
  options.full = full_;
  options.jobs = jobs_or_cores(jobs_);
  options.progress = [&](std::int64_t done, std::int64_t total) {
    progress.indexing(done, total);
    return !stop.wanted();
  };
  const std::int64_t written = archive::reindex(context.layout(), options, context.command_line);
  progress.clear();
  context.note(written == 0 ? "the index is up to date" : grouped(written) + " articles indexed");
  return kSuccess;
}

}  // namespace morgue::cli
