// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_help.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <vector>

#include "cli/exit_code.h"
#include "cli/pager.h"
#include "cli/query_help.h"
#include "core/error.h"
#include "query/cheat_sheet.h"
#include "text/suggest.h"

namespace morgue::cli {
namespace {

constexpr const char* kQueryTopic = "query";

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

}  // namespace

CLI::App* HelpCommand::declare(CLI::App& app) {
  app_ = &app;
  CLI::App* command = app.add_subcommand("help", "Explain a command, or the query language: morgue help query");
  command->add_option("TOPIC", topic_, "A command, or query");
  command->add_flag("--man", manual_, "Print the manual page morgue-query(7); only with query");
  return command;
}

int HelpCommand::run(Context& context) {
  if (manual_ && topic_ != kQueryTopic) {
    throw Error(ErrorCode::Usage, "--man goes with the topic query", "write morgue help query --man");
  }
  const std::string shown = text();
  if (manual_ || context.options.no_pager) {
    context.out.write(shown);
  } else {
    page(context.out, shown);
  }
  return kSuccess;
}

std::string HelpCommand::text() const {
  if (topic_.empty()) return overview();
  if (topic_ == kQueryTopic) {
    const auto sheet = query::cheat_sheet();
    return manual_ ? manual_page(sheet) : help_page(sheet);
  }
  std::vector<std::string> names = {kQueryTopic};
  for (const CLI::App* command : commands_of(*app_)) {
    if (command->get_name() == topic_) return command->help(app_->get_name());
    names.push_back(command->get_name());
  }
  const std::string meant = text::nearest(topic_, std::vector<std::string_view>(names.begin(), names.end()));
  throw Error(ErrorCode::Usage, "there is no help on \"" + topic_ + "\"",
              meant.empty() ? "see morgue help" : "did you mean morgue help " + meant + "?");
}

std::string HelpCommand::overview() const {
  std::string out = "Topics\n  query       The query language on one page\n\nCommands\n";
  for (const CLI::App* command : commands_of(*app_)) {
    out += fmt::format("  {:<10}  {}\n", command->get_name(), command->get_description());
  }
  return out + "\nmorgue help TOPIC or morgue help COMMAND says more.\n";
}

}  // namespace morgue::cli
