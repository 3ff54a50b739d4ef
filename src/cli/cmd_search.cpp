// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_search.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <chrono>

#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "render/explanation.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

index::Sort sort_of(const std::string& name) {
  if (name == "newest") return index::Sort::Newest;
  if (name == "oldest") return index::Sort::Oldest;
  return index::Sort::Relevance;
}

render::TextStyle style_of_notes(const Context& context) {
  return decide_style(inspect_stream(STDERR_FILENO), process_environment(), colour_mode(context.options.colour));
}

}  // namespace

CLI::App* SearchCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("search", "Find articles by author, date, topic, phrase or words");
  query_.declare(*command);
  as_of_.declare(*command);
  receipt_.declare(*command);
  output_.declare(*command);
  command->add_option("--sort", sort_, "Order of the hits (relevance by default)")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  command->add_flag("--collapse", collapse_, "Of near-duplicates show only the best match");
  command->add_flag("--explain", explain_,
                    "How the query is understood, with counts, on standard error (json: inside)");
  return command;
}

/// Counting takes a look at every match, which hits by date do not need: only what shows a total waits for it.
archive::SearchOptions SearchCommand::options(const Context& context) const {
  archive::SearchOptions options = output_.search_options(context);
  options.sort = sort_of(sort_);
  options.collapse = collapse_;
  const bool at_hand = options.sort == index::Sort::Relevance || collapse_;
  options.total = output_.format == "json" || (output_.is_text() && at_hand);
  return options;
}

void SearchCommand::explain(const Context& context, archive::Reader& reader, const query::Node& query,
                            render::Results& results) const {
  results.explanation = reader.explain(query);
  for (const std::string& name : query_.saved()) {
    results.saved.emplace_back(name, query::print(query::parse("saved:" + name, context.parsing())));
  }
  if (output_.format == "json") return;
  for (const auto& [name, saved] : results.saved) {
    Context::warn(render::sanitise_line("saved:" + name + " stands for " + saved));
  }
  std::string text = render::explanation_text(*results.explanation, style_of_notes(context));
  if (text.ends_with('\n') && !output_.is_text()) text.pop_back();  // before text a line stays free
  Context::warn(text);
}

void SearchCommand::note_count(const Context& context, const render::Results& results) const {
  std::string found = matches(results.total);
  if (collapse_) found += fmt::format(" in {} {}", grouped(results.groups), results.groups == 1 ? "group" : "groups");
  const auto shown = static_cast<std::int64_t>(results.hits.size());
  const auto all = collapse_ ? results.groups : results.total;
  if (output_.limit > 0 && shown == 0) {
    context.note(fmt::format("{}, none of them behind --offset {}", found, grouped(results.offset)));
    return;
  }
  if (shown > 0 && shown < all) {
    found += fmt::format(", {} to {} shown", grouped(results.offset + 1), grouped(results.offset + shown));
  }
  if (!results.as_of.empty()) found += " as of " + results.as_of;
  context.note(fmt::format("{} ({:.1f} ms)", found, results.took_ms));
}

int SearchCommand::run(Context& context) {
  output_.check();
  receipt_.check(as_of_);
  const query::Node query = query_.resolve(context.parsing());
  const auto started = std::chrono::steady_clock::now();
  archive::Reader reader(context.layout(), as_of_.resolve(Context::today()));
  const archive::SearchOptions wanted = options(context);
  auto results = to_results(reader.search(query, wanted), output_);
  results.query = query_.echo(query);
  results.relevance = wanted.sort == index::Sort::Relevance;
  results.collapse = collapse_;
  if (output_.format == "json") results.withheld = reader.withheld(query);
  results.as_of = as_of_.echo(Context::today());
  results.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();

  receipt_.write(context, reader, query_, query);
  if (explain_) explain(context, reader, query, results);
  output_.write(context, results);
  note_index_lag(context, reader);
  if (output_.format != "json") note_withheld(context, reader, query);
  if (!wanted.total && (results.hits.empty() || (output_.is_text() && !context.options.quiet))) {
    results.total = reader.count(query);
  }
  if (results.hits.empty() && results.total == 0) {
    explain_no_matches(context, reader, query);
    return kNoMatches;
  }
  if (output_.is_text()) note_count(context, results);
  return kSuccess;
}

}  // namespace morgue::cli
