// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_extract.h"

#include <CLI/App.hpp>

#include "archive/intake.h"
#include "cli/exit_code.h"
#include "render/article.h"
#include "render/sanitise.h"

namespace morgue::cli {

CLI::App* ExtractCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("extract", "Print what ingest would store, as JSON Lines");
  intake_.declare(*command);
  command->add_option("-o,--output", output_, "Output format; there is only one")->check(CLI::IsMember({"jsonl"}));
  return command;
}

int ExtractCommand::run(Context& context) {
  archive::Intake intake(intake_.resolve());
  bool rejected = false;
  bool unreadable = false;
  bool passed_over = false;
  while (!context.out.closed()) {
    const auto item = intake.next();
    if (!item) break;
    if (const auto* article = std::get_if<Article>(&*item)) {
      context.out.write(render::extracted_json(*article) + "\n");
    } else if (const auto* reject = std::get_if<Reject>(&*item)) {
      rejected = true;
      Context::warn(reject_line(*reject));
    } else if (const auto* dump = std::get_if<archive::Unreadable>(&*item)) {
      unreadable = true;
      Context::warn("morgue: " + render::sanitise_line(dump->error.message()));
      if (!dump->error.hint().empty()) Context::warn("hint: " + render::sanitise_line(dump->error.hint()));
    } else if (const auto* passed = std::get_if<PassedOver>(&*item)) {
      passed_over = true;
      if (context.options.verbose) context.note(passed_over_line(*passed));
    } else if (context.options.verbose) {
      context.note(render::sanitise_line(std::get<archive::Skipped>(*item).name) + ": skipped, not a dump");
    }
  }
  if (unreadable) return kUsage;
  if (intake.records() == 0 && !passed_over && !context.out.closed()) {
    Context::warn("morgue: " + render::sanitise_line(intake_.paths.front()) + ": no dumps found");
    return kUsage;
  }
  return rejected ? kRejects : kSuccess;
}

}  // namespace morgue::cli
