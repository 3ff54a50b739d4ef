// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_count.h"

#include <CLI/App.hpp>

#include "archive/reader.h"
#include "cli/exit_code.h"
#include "cli/no_matches.h"

namespace morgue::cli {

CLI::App* CountCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("count", "Print how many articles match");
  query_.declare(*command);
  return command;
}

int CountCommand::run(Context& context) {
  const query::Node query = query_.resolve(Context::today());
  archive::Reader reader(context.layout());
  const std::int64_t found = reader.count(query);
  context.out.write(std::to_string(found) + "\n");
  context.out.flush();
  note_index_lag(context, reader);
  if (found > 0) return kSuccess;
  explain_zero(context, reader, query);
  return kNoMatches;
}

}  // namespace morgue::cli
