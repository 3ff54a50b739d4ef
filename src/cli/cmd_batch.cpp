// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_batch.h"

#include <CLI/App.hpp>
#include <chrono>
#include <memory>

#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "cli/signals.h"
#include "core/error.h"

namespace morgue::cli {
namespace {

std::string published(archive::Reader& reader, const query::Node& query, index::Sort sort) {
  archive::SearchOptions options;
  options.sort = sort;
  options.limit = 1;
  options.total = false;
  const auto found = reader.search(query, options);
  if (found.hits.empty() || !found.hits.front().article.published) return {};
  return found.hits.front().article.published->to_string();
}

/// Without the query and the caret that a person at a terminal gets, on one line.
std::string one_line(const Error& error) {
  std::string line = error.message().substr(0, error.message().find('\n'));
  if (!error.hint().empty()) line += ": " + error.hint();
  return line;
}

}  // namespace

/// How the queries ended.
struct BatchCommand::Tally {
  std::int64_t queries = 0;
  std::int64_t before = 0;  ///< of them, answered by an earlier run
  std::int64_t errors = 0;
  bool matched = false;

  void count(const BatchAnswer& answer) {
    ++queries;
    if (!answer.error.empty()) ++errors;
    matched = matched || answer.total > 0;
  }
};

CLI::App* BatchCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("batch", "Answer many queries: CSV in, CSV out");
  command
      ->add_option(
          "FILE", file_,
          "CSV with a column query, and name, author, topic, source, from, to, phrase ... as wanted; or a text "
          "file with a query a line; - for standard input")
      ->required();
  auto* output =
      command->add_option("--output", output_, "File to write, a row as each query is answered")->type_name("FILE");
  command->add_flag("--resume", resume_, "Go on where that file ends: what is answered in it is not asked again")
      ->needs(output);
  return command;
}

BatchOutput BatchCommand::open_output(Context& context) const {
  return output_.empty() || output_ == "-" ? BatchOutput(context.out) : BatchOutput(output_, resume_);
}

BatchAnswer BatchCommand::answer(const Context& context, archive::Reader& reader, const BatchQuery& query) {
  BatchAnswer answer;
  answer.error = query.problem;
  if (!answer.error.empty()) return answer;
  const auto started = std::chrono::steady_clock::now();
  try {
    const query::Node node = query.arguments.resolve(context.parsing());
    answer.total = reader.count(node);
    if (answer.total > 0) {
      // Undated ones come last in either order.
      answer.oldest = published(reader, node, index::Sort::Oldest);
      answer.newest = published(reader, node, index::Sort::Newest);
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Query && error.code() != ErrorCode::Usage) throw;
    answer = {};
    answer.error = one_line(error);
  }
  answer.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  return answer;
}

BatchCommand::Tally BatchCommand::answer_all(const Context& context, archive::Reader& reader, BatchInput& input,
                                             BatchOutput& output) const {
  const StopOnSignal stop;
  Tally tally;
  while (output.wanted()) {
    const auto query = input.next();
    if (!query) break;
    if (stop.wanted()) {
      throw Error(ErrorCode::Interrupted, "interrupted after " + grouped(tally.queries) + " queries",
                  output_.empty() ? "with --output FILE the answers so far would be kept"
                                  : "the same command with --resume goes on from there");
    }
    if (const auto known = output.known(*query)) {
      tally.count(*known);
      ++tally.before;
      continue;
    }
    const BatchAnswer found = answer(context, reader, *query);
    tally.count(found);
    output.add(*query, found);
  }
  if (output.wanted()) output.finish();
  return tally;
}

int BatchCommand::run(Context& context) {
  BatchInput input(file_);
  archive::Reader reader(context.layout());
  BatchOutput output = open_output(context);
  const Tally tally = answer_all(context, reader, input, output);
  note_index_lag(context, reader);
  if (!output.wanted()) return kSuccess;
  std::string line = grouped(tally.queries) + (tally.queries == 1 ? " query" : " queries");
  if (tally.before > 0) line += ", " + grouped(tally.before) + " of them answered before";
  if (tally.errors > 0) line += ", " + grouped(tally.errors) + " with an error";
  context.note(line);
  if (tally.errors > 0) return kRejects;
  return tally.matched ? kSuccess : kNoMatches;
}

}  // namespace morgue::cli
