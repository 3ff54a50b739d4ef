// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_count.h"

#include <CLI/App.hpp>

#include "archive/reader.h"
#include "cli/exit_code.h"

namespace morgue::cli {

CLI::App* CountCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("count", "Print how many articles match");
  query_.declare(*command);
  return command;
}

int CountCommand::run(Context& context) {
  const query::Node query = query_.resolve(Context::today());
  archive::Reader reader(context.layout());
  const std::int64_t matches = reader.count(query);
  context.out.write(std::to_string(matches) + "\n");
  if (const auto lag = reader.index_lag(); lag > 0) {
    context.note(grouped(lag) + " articles are stored but not searchable yet; the next ingest indexes them");
  }
  return matches > 0 ? kSuccess : kNoMatches;
}

}  // namespace morgue::cli
