// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_browse.h"

#include <CLI/App.hpp>
#include <memory>

#include "archive/reader.h"
#include "cli/browse_loop.h"

namespace morgue::cli {

CLI::App* BrowseCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("browse", "Search and read on a full screen, with results as you type");
  query_.declare(*command);
  command->footer("? shows what the keys do.");
  return command;
}

int BrowseCommand::run(Context& context) {
  const std::string query = query_.empty() ? std::string() : query_.echo(query_.resolve(context.parsing()));
  const browse::Access access{[&context] { return std::make_unique<archive::Reader>(context.layout()); },
                              [&context] { return context.parsing(); }};
  access.open();  // what is wrong with the archive is said before there is a screen to say it on
  return run_browser(access, query, text_style(context.options.colour).colour);
}

}  // namespace morgue::cli
