// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_search.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <chrono>

#include "archive/reader.h"
#include "cli/exit_code.h"
#include "cli/pager.h"
#include "core/error.h"

namespace morgue::cli {
namespace {

// A snippet fills about three lines of the terminal; elsewhere a fixed width keeps output the same everywhere.
constexpr std::size_t kSnippetLines = 3;
constexpr std::size_t kSnippetColumns = 240;

index::Sort sort_of(const std::string& name) {
  if (name == "newest") return index::Sort::Newest;
  if (name == "oldest") return index::Sort::Oldest;
  return index::Sort::Relevance;
}

std::vector<std::string> split_fields(const std::string& list) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string name = list.substr(begin, end - begin);
    const auto& known = render::field_names();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      std::string all;
      for (const auto& field : known) all += (all.empty() ? "" : ", ") + field;
      throw Error(ErrorCode::Usage, "--fields: there is no field \"" + name + "\"", "fields are " + all);
    }
    fields.push_back(name);
    begin = end + 1;
  }
  return fields;
}

render::Results to_results(archive::SearchResult found) {
  render::Results results;
  results.total = found.total;
  for (auto& hit : found.hits) {
    results.hits.push_back({std::move(hit.article), hit.score, std::move(hit.headline), std::move(hit.snippet)});
  }
  return results;
}

}  // namespace

CLI::App* SearchCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("search", "Find articles by author, date, topic, phrase or words");
  query_.declare(*command);
  command->add_option("-n,--limit", limit_, "Hits to show")->capture_default_str()->type_name("N");
  command->add_option("--offset", offset_, "Hits to leave out first")->type_name("N");
  command->add_option("--sort", sort_, "Order of the hits (relevance by default)")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv", "ids"}))
      ->capture_default_str();
  command->add_option("--fields", fields_, "Fields to print, in this order (json, jsonl, csv, tsv)")
      ->type_name("A,B,C");
  command->add_flag("--body", body_, "Print the body, too (json, jsonl, csv, tsv)");
  command->add_flag("--no-snippets", no_snippets_, "No passages");
  return command;
}

std::string SearchCommand::render(const Context& context, const render::Results& results) const {
  const render::OutputOptions options{split_fields(fields_), body_};
  if (output_ == "json") return render::results_json(results, options);
  if (output_ == "jsonl") return render::results_jsonl(results, options);
  if (output_ == "csv") return render::results_csv(results, options, ',');
  if (output_ == "tsv") return render::results_csv(results, options, '\t');
  if (output_ == "ids") return render::results_ids(results);
  return render::results_text(results, text_style(context.options.colour));
}

int SearchCommand::run(Context& context) {
  const query::Node query = query_.resolve(Context::today());
  const auto started = std::chrono::steady_clock::now();
  archive::Reader reader(context.layout());
  archive::SearchOptions options;
  options.sort = sort_of(sort_);
  options.limit = limit_;
  options.offset = offset_;
  if (!no_snippets_ && output_ != "ids") {
    options.snippet_width =
        output_ == "text" ? kSnippetLines * std::max<std::size_t>(text_style(context.options.colour).width, 40) - 20
                          : kSnippetColumns;
  }
  auto results = to_results(reader.search(query, options));
  results.query = query_.text().empty() ? query::print(query) : query_.text();
  results.offset = static_cast<std::int64_t>(offset_);
  results.relevance = options.sort == index::Sort::Relevance;
  results.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();

  const std::string rendered = render(context, results);
  if (output_ == "text" && !context.options.no_pager) {
    page(context.out, rendered);
  } else {
    context.out.write(rendered);
  }
  context.out.flush();
  if (const auto lag = reader.index_lag(); lag > 0) {
    context.note(
        fmt::format("{} articles are stored but not searchable yet; the next ingest indexes them", grouped(lag)));
  }
  if (results.total == 0) {
    if (output_ == "text") context.note("no matches");
    return kNoMatches;
  }
  if (output_ == "text") {
    const auto first = results.offset + 1;
    const auto last = results.offset + static_cast<std::int64_t>(results.hits.size());
    const std::string total = grouped(results.total) + (results.total == 1 ? " match" : " matches");
    if (limit_ == 0) {
      context.note(fmt::format("{} ({:.1f} ms)", total, results.took_ms));
    } else if (results.hits.empty()) {
      context.note(fmt::format("{}, none of them behind --offset {}", total, grouped(results.offset)));
    } else if (first == 1 && last == results.total) {
      context.note(fmt::format("{} ({:.1f} ms)", total, results.took_ms));
    } else {
      context.note(
          fmt::format("{}, {} to {} shown ({:.1f} ms)", total, grouped(first), grouped(last), results.took_ms));
    }
  }
  return kSuccess;
}

}  // namespace morgue::cli
