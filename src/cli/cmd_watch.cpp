// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_watch.h"

#include <CLI/App.hpp>
#include <algorithm>

#include "catalog/saved_searches.h"
#include "cli/exit_code.h"
#include "cli/saved_names.h"
#include "cli/terminal.h"
#include "cli/watch_output.h"
#include "core/error.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

constexpr int kFormatVersion = 1;

}  // namespace

CLI::App* WatchCommand::declare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("watch", "Report what is new, changed and withdrawn in watched searches since the last time");
  command->add_option("NAME", names_,
                      "Watched searches (default: all that have no command of their own); watch one with: morgue saved "
                      "watch NAME on");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl"}))
      ->capture_default_str();
  command
      ->add_option("--command", command_,
                   "Give each report to this, run with sh -c, as JSON Lines; one that fails is kept")
      ->type_name("CMD");
  command->add_flag("--dry-run", dry_run_, "Show the reports here, and make them again the next time");
  command->add_flag("--since-start", since_start_, "Report every match as new, as if nothing had been reported before");
  command->add_option("--wait", wait_, "How long to wait for another writer before giving up with exit code 75")
      ->check(CLI::NonNegativeNumber)
      ->type_name("SECONDS")
      ->capture_default_str();
  return command;
}

std::size_t WatchCommand::check_names(const Context& context) const {
  const auto layout = context.layout();
  layout.require();
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  for (const std::string& name : names_) {
    if (find_saved(catalog, name).watched) continue;
    throw Error(ErrorCode::Usage, "the saved search " + name + " is not watched",
                "watch it from now on with: morgue saved watch " + name + " on");
  }
  const auto all = catalog::SavedSearchTable(catalog).list();
  return static_cast<std::size_t>(std::ranges::count_if(all, &catalog::SavedSearch::watched));
}

bool WatchCommand::wants(const catalog::SavedSearch& search) const {
  if (!search.watched) return false;
  return names_.empty() ? search.command.empty() : std::ranges::find(names_, search.name) != names_.end();
}

jobs::WatchOptions WatchCommand::options(const Context& context) const {
  jobs::WatchOptions options;
  options.wanted = [this](const catalog::SavedSearch& search) { return wants(search); };
  options.from_start = since_start_;
  options.dry_run = dry_run_;
  options.wait_seconds = wait_;
  options.today = context.query_day();
  options.command = context.command_line;
  return options;
}

jobs::Delivery WatchCommand::deliver(Context& context, const archive::WatchReport& report, archive::Reader& reader) {
  if (!command_.empty() && !dry_run_) {
    jobs::Delivery delivery = deliver_to(command_, context.layout().root(), report, reader);
    // What is given by hand says nothing about the scheduled reports.
    if (delivery.end == jobs::Delivery::End::Failed) delivery.end = jobs::Delivery::End::Kept;
    return delivery;
  }
  if (output_ == "jsonl" || !command_.empty()) {
    watch_lines(report, reader, [&context](std::string_view line) { context.out.write(line); });
  } else {
    if (!first_) context.out.write("\n");
    first_ = false;
    context.out.write(watch_text(report, reader, text_style(context.options.colour)));
  }
  context.out.flush();
  // A reader that went away has not got it.
  return {context.out.closed() ? jobs::Delivery::End::Kept : jobs::Delivery::End::Delivered, {}};
}

int WatchCommand::conclude(Context& context, const std::vector<jobs::WatchOutcome>& outcomes) const {
  bool news = false;
  int code = kSuccess;
  for (const auto& [report, delivery] : outcomes) {
    news = news || !report.entries.empty();
    if (delivery.problem.empty()) continue;
    const bool made = !report.entries.empty();
    Context::warn("morgue: " + report.search.name + ": " + render::sanitise_line(delivery.problem) +
                  (made ? "; the report is kept" : ""));
    code = std::max<int>(code, made ? kIo : kUsage);
  }
  if (code != kSuccess) return code;
  if (news) return kSuccess;
  context.note(outcomes.empty() ? "no saved search waits to be reported here" : "nothing new");
  return kNoMatches;
}

int WatchCommand::run(Context& context) {
  if (check_names(context) == 0) {
    context.note("no saved search is watched; watch one with: morgue saved watch NAME on");
    return kNoMatches;
  }
  jobs::WatchOptions watching = options(context);
  if (output_ != "json" || !command_.empty()) {
    return conclude(context, jobs::watch(context.layout(), watching, [&](const auto& report, auto& reader) {
                      return deliver(context, report, reader);
                    }));
  }
  // One document: nothing of it is delivered before all of it is.
  render::JsonWriter json;
  json.begin_object().key("format_version").integer(kFormatVersion).key("reports").begin_array();
  watching.before_settling = [&] {
    context.out.write(json.end_array().end_object().take() + "\n");
    context.out.flush();
    return !context.out.closed();
  };
  return conclude(context, jobs::watch(context.layout(), watching, [&](const auto& report, auto& reader) {
                    write_watch(json, report, reader);
                    return jobs::Delivery{jobs::Delivery::End::Delivered, {}};
                  }));
}

}  // namespace morgue::cli
