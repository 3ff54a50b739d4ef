// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_verify.h"

#include <CLI/App.hpp>
#include <chrono>
#include <vector>

#include "archive/repair.h"
#include "archive/verify.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/verify_output.h"
#include "render/sanitise.h"

namespace morgue::cli {

CLI::App* VerifyCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("verify", "Check that catalog and index are whole and agree");
  auto* deep =
      command->add_flag("--deep", deep_, "Also analyse articles again and compare all their words and positions");
  command->add_option("--sample", sample_, "With --deep: how many articles (0: all)")
      ->check(CLI::NonNegativeNumber)
      ->needs(deep)
      ->capture_default_str()
      ->type_name("N");
  command->add_flag("--repair", repair_, "Make again what is derived and damaged; what is sound stays");
  command->add_option("--jobs", jobs_, "Threads that build the index (default: all cores)")->type_name("N");
  command->add_option("-o,--output", output_, "Output format")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int VerifyCommand::run(Context& context) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto layout = context.layout();
  const bool text = output_ != "json";
  const StopOnSignal stop;
  archive::VerifyOptions looking;
  looking.deep = deep_;
  looking.sample = sample_;
  looking.go_on = [&stop] { return !stop.wanted(); };
  if (text) {
    looking.told = [&](const archive::Check& check) {
      if (context.options.quiet && check.state != archive::Check::State::Problem) return;
      context.out.write(check_text(check));
      context.out.flush();
    };
  }
  archive::Repair result;
  if (repair_) {
    Progress progress(progress_mode(context.options.progress, context.options.quiet));
    archive::IndexOptions indexing;
    indexing.jobs = jobs_or_cores(jobs_);
    indexing.progress = [&](std::int64_t done, std::int64_t total) {
      if (total > 0) progress.indexing(done, total);
      return !stop.wanted();
    };
    result = archive::repair(layout, looking, indexing, context.command_line);
  } else {
    result.after = archive::verify(layout, looking);
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (!text) {
    context.out.write(verification_json(result.after, result.done, layout.root().string(), seconds));
  } else if (!context.options.quiet || !result.after.clean()) {
    for (const auto& line : result.done) context.out.write("repaired " + render::sanitise_line(line) + "\n");
    context.out.write(verdict_text(result.after, repair_));
  }
  return result.after.clean() ? kSuccess : kInconsistent;
}

}  // namespace morgue::cli
