// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/first_steps.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "archive/reader.h"
#include "cli/shell_words.h"
#include "core/error.h"
#include "core/width.h"
#include "query/ast.h"
#include "query/parser.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kLongest = 56;  // columns of an example, so that a line has room for its count

struct Example {
  std::string command;
  std::string comment;
};

std::string lines(const std::vector<Example>& examples) {
  std::size_t width = 0;
  for (const Example& example : examples) width = std::max(width, column_width(example.command));
  std::string out;
  for (const Example& example : examples) {
    out += "  " + example.command + std::string(width - column_width(example.command) + 3, ' ') + "# " +
           example.comment + "\n";
  }
  return out;
}

query::Node everything() {
  return query::Node{query::All{}, {}};
}

/// A search for the name most articles carry, of those that are short and can be shown as they are.
std::vector<Example> example_of(archive::Reader& reader, catalog::FacetField facet, query::FieldId field,
                                const std::string& options) {
  constexpr std::size_t kNames = 20;
  for (const auto& [name, articles] : reader.facets(everything(), facet, kNames)) {
    const query::Node node{query::Exact{field, name}, {}};
    const std::string command = "morgue " + options + "search " + shell_quoted(query::print(node));
    if (render::sanitise_line(command) != command || column_width(command) > kLongest + options.size()) continue;
    const std::int64_t found = reader.count(node);
    if (found > 0) return {{command, grouped(found) + (found == 1 ? " article" : " articles")}};
  }
  return {};
}

/// Where nobody is named there are at least years.
std::vector<Example> example_of_year(archive::Reader& reader, const std::string& options) {
  for (const auto& [year, articles] : reader.facets(everything(), PeriodUnit::Year, 1)) {
    return {{"morgue " + options + "search --sort newest " + shell_quoted("date:" + year),
             grouped(articles) + (articles == 1 ? " article" : " articles")}};
  }
  return {};
}

std::string beginning(const std::string& where, const std::string& options) {
  return "There is no archive yet at " + render::sanitise_line(where) + ". The first ingest makes it:\n\n" +
         lines({{"morgue " + options + "ingest --dry-run DUMP...", "look at what is in them"},
                {"morgue " + options + "ingest DUMP...", "store and index them"}});
}

std::string newest_article(archive::Reader& reader) {
  archive::SearchOptions options;
  options.sort = index::Sort::Newest;
  options.limit = 1;
  const auto result = reader.search(everything(), options);
  if (result.hits.empty()) return {};
  const Article& article = result.hits.front().article;
  if (!article.published) return {};
  std::string out = ", the newest of " + article.published->to_string().substr(0, 10);
  const std::string headline = render::sanitise_line(article.headline);
  constexpr std::size_t kColumns = 72;
  if (!headline.empty()) out += ":\n  " + std::string(fit_columns(headline, kColumns));
  return out;
}

std::string state_of(archive::Reader& reader, const std::string& where, const std::string& options) {
  const std::int64_t articles = reader.count(everything());
  std::string out = render::sanitise_line(where) + " holds " + grouped(articles) +
                    (articles == 1 ? " article" : " articles") + newest_article(reader) + "\n\n";
  std::vector<Example> examples;
  const auto add = [&examples](std::vector<Example> more) {
    if (examples.size() < 2) std::ranges::move(more, std::back_inserter(examples));
  };
  if (articles > 0) {
    add(example_of(reader, catalog::FacetField::Author, query::FieldId::Author, options));
    add(example_of(reader, catalog::FacetField::Topic, query::FieldId::Topic, options));
    add(example_of(reader, catalog::FacetField::Source, query::FieldId::Source, options));
    add(example_of_year(reader, options));
  }
  if (examples.empty()) examples.push_back({"morgue " + options + "ingest DUMP...", "fill it"});
  return out + lines(examples);
}

}  // namespace

std::string first_steps(const Context& context, const std::string& named) {
  const auto layout = context.layout();
  const std::string where = layout.root().string();
  const std::string options = named.empty() ? "" : "--archive " + shell_quoted(named) + " ";
  std::error_code error;
  std::string out;
  if (!std::filesystem::exists(layout.catalog(), error)) {
    out = beginning(where, options);
  } else {
    archive::Reader reader(layout);
    out = state_of(reader, where, options);
  }
  return out + "\nmorgue help lists commands and topics; morgue help query shows what a query can say.\n";
}

}  // namespace morgue::cli
