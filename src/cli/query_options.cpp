// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/query_options.h"

#include <CLI/App.hpp>
#include <utility>

#include "core/error.h"
#include "query/parser.h"

namespace morgue::cli {
namespace {

using query::FieldId;
using query::Node;

void add_values(std::vector<Node>& nodes, FieldId field, const std::vector<std::string>& values) {
  for (const std::string& value : values) nodes.push_back(Node{query::Phrase{field, value}, {}});
}

query::DateRange parse_day_range(const std::string& value, const char* option, Day today) {
  Node node = query::parse_date_value(value, {today});
  if (auto* range = std::get_if<query::DateRange>(&node.value)) return *range;
  throw Error(ErrorCode::Query, std::string(option) + " takes a date, not " + value, "for example 2025, 2025-06 or 7d");
}

}  // namespace

void QueryArguments::declare(CLI::App& command) {
  command.add_option("QUERY", words, "Words and operators; several arguments are joined with blanks");
  const auto literal = [&command](const char* name, std::vector<std::string>& into, const char* help) {
    command.add_option(name, into, help)->type_name("TEXT")->allow_extra_args(false);
  };
  literal("--author", authors, "Credited name, or words of one");
  literal("--topic", topics, "Topic, or words of one");
  literal("--source", sources, "Outlet");
  literal("--section", sections, "Desk or rubric");
  literal("--lang", languages, "Language, as a tag: en");
  literal("--phrase", phrases, "Adjacent words of headline or body");
  command.add_option("--from", from, "First day: 2025, 2025-06, 2025-06-24, 7d")->type_name("DATE");
  command.add_option("--to", to, "Last day, included")->type_name("DATE");
}

Node QueryArguments::resolve(Day today) const {
  std::vector<Node> nodes;
  if (!words.empty()) nodes.push_back(query::parse(text(), {today}));
  add_values(nodes, FieldId::Author, authors);
  add_values(nodes, FieldId::Topic, topics);
  add_values(nodes, FieldId::Source, sources);
  add_values(nodes, FieldId::Section, sections);
  for (const std::string& language : languages) nodes.push_back(Node{query::Word{FieldId::Language, language}, {}});
  add_values(nodes, FieldId::Text, phrases);
  if (!from.empty() || !to.empty()) {
    query::DateRange range;
    if (!from.empty()) range.from = parse_day_range(from, "--from", today).from;
    if (!to.empty()) range.to = parse_day_range(to, "--to", today).to;
    nodes.push_back(Node{range, {}});
  }
  if (nodes.empty()) throw Error(ErrorCode::Usage, "no query given", "for everything, ask for '*'");
  return query::conjunction(std::move(nodes));
}

std::string QueryArguments::text() const {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

}  // namespace morgue::cli
