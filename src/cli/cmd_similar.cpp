// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_similar.h"

#include <CLI/App.hpp>
#include <chrono>

#include "cli/exit_code.h"
#include "cli/no_matches.h"

namespace morgue::cli {

CLI::App* SimilarCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("similar", "Find the articles most like one");
  command->add_option("ID", id_, "Id as search prints it")->required();
  output_.declare(*command);
  return command;
}

int SimilarCommand::run(Context& context) {
  output_.check();
  const auto started = std::chrono::steady_clock::now();
  archive::Reader reader(context.layout());
  auto results = to_results(reader.similar(id_, output_.search_options(context)), output_);
  results.query = "id:" + std::to_string(id_);
  results.relevance = true;
  results.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  output_.write(context, results);
  note_index_lag(context, reader);
  if (!results.hits.empty()) return kSuccess;
  context.note("no article is like " + std::to_string(id_));
  return kNoMatches;
}

}  // namespace morgue::cli
