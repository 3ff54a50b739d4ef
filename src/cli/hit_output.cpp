// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/hit_output.h"

#include <CLI/App.hpp>
#include <algorithm>

#include "cli/pager.h"
#include "core/error.h"

namespace morgue::cli {
namespace {

// A snippet fills about three lines of the terminal; elsewhere a fixed width keeps output the same everywhere.
constexpr std::size_t kSnippetLines = 3;
constexpr std::size_t kSnippetColumns = 240;
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kLastLine = 20;  // columns the last line leaves free

std::size_t snippet_columns(std::size_t width) {
  return kSnippetLines * std::clamp(width, kNarrowest, render::kWidestText) - kLastLine;
}

}  // namespace

std::vector<std::string> split_fields(const std::string& list) {
  std::vector<std::string> fields;
  const auto& known = render::field_names();
  for (std::size_t begin = 0; begin <= list.size() && !list.empty();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    std::string name = list.substr(begin, end - begin);
    if (std::ranges::find(known, name) == known.end()) {
      throw Error(ErrorCode::Usage, "--fields: there is no field \"" + name + "\"",
                  "fields are " + render::join(known, ", "));
    }
    if (std::ranges::find(fields, name) != fields.end()) {
      throw Error(ErrorCode::Usage, "--fields: " + name + " comes twice", "name each field once");
    }
    fields.push_back(std::move(name));
    begin = end + 1;
  }
  return fields;
}

void HitOutput::declare(CLI::App& command) {
  command.add_option("-n,--limit", limit, "Hits to show")->capture_default_str()->type_name("N");
  command.add_option("--offset", offset, "Hits to leave out first")->type_name("N");
  command.add_option("-o,--output", format, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv", "ids"}))
      ->capture_default_str();
  command.add_option("--fields", fields, "Fields to print, in this order (json, jsonl, csv, tsv)")->type_name("A,B,C");
  command.add_flag("--body", body, "Print the body, too (json, jsonl, csv, tsv)");
  command.add_flag("--no-snippets", no_snippets, "No passages");
}

void HitOutput::check() const {
  split_fields(fields);
}

archive::SearchOptions HitOutput::search_options(const Context& context) const {
  archive::SearchOptions options;
  options.limit = limit;
  options.offset = offset;
  options.only_ids = format == "ids";
  if (no_snippets || options.only_ids) return options;
  options.snippet_width = is_text() ? snippet_columns(text_style(context.options.colour).width) : kSnippetColumns;
  return options;
}

void HitOutput::write(const Context& context, const render::Results& results) const {
  const render::OutputOptions options{split_fields(fields), body};
  if (is_text()) {
    const std::string text = render::results_text(results, text_style(context.options.colour));
    if (context.options.no_pager) {
      context.out.write(text);
    } else {
      page(context.out, text);
    }
  } else if (format == "json") {
    context.out.write(render::results_json(results, options));
  } else if (format == "jsonl") {
    context.out.write(render::results_jsonl(results, options));
  } else if (format == "ids") {
    context.out.write(render::results_ids(results));
  } else {
    context.out.write(render::results_csv(results, options, format == "tsv" ? '\t' : ','));
  }
  context.out.flush();
}

render::Results to_results(archive::SearchResult found, const HitOutput& output) {
  render::Results results;
  results.total = found.total;
  results.groups = found.groups;
  results.offset = static_cast<std::int64_t>(output.offset);
  for (auto& hit : found.hits) {
    results.hits.push_back(
        {std::move(hit.article), hit.score, std::move(hit.headline), std::move(hit.snippet), hit.more});
  }
  return results;
}

}  // namespace morgue::cli
