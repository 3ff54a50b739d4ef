// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_takedowns.h"

#include <CLI/App.hpp>
#include <ctime>

#include "archive/takedown.h"
#include "cli/exit_code.h"
#include "cli/takedown_list.h"

namespace morgue::cli {

CLI::App* TakedownsCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("takedowns", "List what was withdrawn, when and why");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->capture_default_str();
  return command;
}

int TakedownsCommand::run(Context& context) {
  const auto all = archive::takedowns(context.layout());
  const auto now = std::time(nullptr);
  if (output_ == "json") {
    context.out.write(takedowns_json(all, now));
  } else if (output_ == "csv") {
    context.out.write(takedowns_csv(all, now));
  } else {
    if (all.empty()) context.note("nothing was withdrawn yet");
    context.out.write(takedowns_text(all, now));
  }
  return kSuccess;
}

}  // namespace morgue::cli
