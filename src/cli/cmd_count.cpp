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
  as_of_.declare(*command);
  receipt_.declare(*command);
  return command;
}

int CountCommand::run(Context& context) {
  receipt_.check(as_of_);
  const query::Node query = query_.resolve(context.parsing());
  archive::Reader reader(context.layout(), as_of_.resolve(Context::today()));
  const std::int64_t found = reader.count(query);
  context.out.write(std::to_string(found) + "\n");
  context.out.flush();
  receipt_.write(context, reader, query_, query);
  note_index_lag(context, reader);
  note_withheld(context, reader, query);
  if (found > 0) return kSuccess;
  explain_zero(context, reader, query);
  return kNoMatches;
}

}  // namespace morgue::cli
