// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_status.h"

#include <CLI/App.hpp>
#include <ctime>

#include "cli/exit_code.h"
#include "cli/status_output.h"
#include "jobs/status.h"

namespace morgue::cli {

CLI::App* StatusCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("status", "Show how the archive is; exit code 4 when something needs you");
  command->add_option("--runs", runs_, "How many of the last runs to show")->type_name("N")->capture_default_str();
  command->add_option("-o,--output", output_, "Output format")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int StatusCommand::run(Context& context) {
  const auto layout = context.layout();
  const jobs::Status status = jobs::status_of(layout, runs_);
  const std::string where = layout.root().string();
  context.out.write(output_ == "json" ? status_json(status, where) : status_text(status, where, std::time(nullptr)));
  return status.needs.empty() ? kSuccess : kInconsistent;
}

}  // namespace morgue::cli
