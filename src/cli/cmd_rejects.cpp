// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_rejects.h"

#include <CLI/App.hpp>

#include "catalog/catalog.h"
#include "catalog/run_log.h"
#include "cli/exit_code.h"
#include "cli/intake_options.h"
#include "render/rejects.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kRunsToLookAt = 10000;

std::int64_t last_with_rejects(catalog::RunLog& log) {
  for (const auto& run : log.recent(kRunsToLookAt)) {
    if (run.counts.rejected > 0) return run.id;
  }
  return 0;
}

}  // namespace

CLI::App* RejectsCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("rejects", "List records that a run could not make articles of");
  command->add_option("--run", run_, "Number of the run (default: the last one that rejected any)")->type_name("N");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  return command;
}

int RejectsCommand::run(Context& context) {
  const auto layout = context.layout();
  layout.require();
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  catalog::RunLog log(catalog);
  if (run_ == 0) run_ = last_with_rejects(log);
  const auto rejects = log.rejects(run_);
  for (const Reject& reject : rejects) {
    context.out.write((output_ == "jsonl" ? render::reject_json(reject) : reject_line(reject)) + "\n");
  }
  return rejects.empty() ? kNoMatches : kSuccess;
}

}  // namespace morgue::cli
