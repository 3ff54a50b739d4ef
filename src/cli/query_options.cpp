// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/query_options.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <array>
#include <utility>

#include "core/error.h"
#include "core/timestamp.h"
#include "query/characters.h"
#include "query/parser.h"
#include "query/saved_queries.h"
#include "text/analyser.h"
#include "text/language.h"
#include "text/utf8.h"

namespace morgue::cli {
namespace {

using query::FieldId;
using query::Node;

constexpr std::size_t kLongestValue = 4096;

using List = std::vector<std::string> QueryArguments::*;
constexpr std::array<std::pair<std::string_view, List>, 9> kLists = {{{"author", &QueryArguments::authors},
                                                                      {"topic", &QueryArguments::topics},
                                                                      {"source", &QueryArguments::sources},
                                                                      {"section", &QueryArguments::sections},
                                                                      {"place", &QueryArguments::places},
                                                                      {"person", &QueryArguments::persons},
                                                                      {"org", &QueryArguments::organizations},
                                                                      {"lang", &QueryArguments::languages},
                                                                      {"phrase", &QueryArguments::phrases}}};
constexpr std::string_view kFrom = "from";
constexpr std::string_view kTo = "to";

Error bad_value(const std::string& option, const std::string& problem, std::string hint = {}) {
  return {ErrorCode::Query, option + ": " + problem, std::move(hint)};
}

/// The value as a text of the tree: valid, without controls, blanks collapsed.
std::string literal(const std::string& option, const std::string& value) {
  if (value.size() > kLongestValue) {
    throw bad_value(option, "the value is longer than " + std::to_string(kLongestValue) + " bytes", "shorten it");
  }
  if (!text::is_valid_utf8(value)) throw bad_value(option, "the value is not valid UTF-8");
  std::string out;
  bool blank = false;
  for (std::size_t pos = 0; pos < value.size();) {
    const std::size_t begin = pos;
    const char32_t c = text::next_code_point(value, pos);
    if (query::is_control(c)) throw bad_value(option, "the value has a control character in it");
    if (query::is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out.append(value, begin, pos - begin);
  }
  return out;
}

void add_values(std::vector<Node>& nodes, FieldId field, const std::string& option,
                const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    std::string text = literal(option, value);
    if (text::Analyser().analyse(text).empty()) {
      throw bad_value(option, "there is no word in \"" + text + "\"", "the value is taken as it is: give words");
    }
    nodes.push_back(Node{query::Phrase{field, std::move(text)}, {}});
  }
}

void add_languages(std::vector<Node>& nodes, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    const std::string tag = literal("--lang", value);
    std::string language = text::canonical_language(tag);
    if (language.empty() || tag.find(' ') != std::string::npos) {
      throw bad_value("--lang", "unknown language \"" + value + "\"", "write a language tag such as en, de or zh");
    }
    nodes.push_back(Node{query::Exact{FieldId::Language, std::move(language)}, {}});
  }
}

query::DateRange read_date(const std::string& option, const std::string& value, Day today) {
  constexpr const char* kHint = "for example 2025, 2025-06, 2025-06-24 or 7d";
  const std::string date = literal(option, value);
  if (date.find("..") != std::string::npos) throw bad_value(option, "takes one date, not a range", kHint);
  try {
    Node node = query::parse_date_value(date, {today});
    if (auto* range = std::get_if<query::DateRange>(&node.value)) return *range;
  } catch (const Error& error) {
    throw Error(error.code(), option + ": " + error.message(), error.hint());
  }
  throw bad_value(option, "takes a date, not " + date, kHint);
}

void add_dates(std::vector<Node>& nodes, const std::string& from, const std::string& to, Day today) {
  if (from.empty() && to.empty()) return;
  query::DateRange range;
  if (!from.empty()) range.from = read_date("--from", from, today).from;
  if (!to.empty()) range.to = read_date("--to", to, today).to;
  if (range.from && range.to && *range.to < *range.from) {
    throw Error(ErrorCode::Query, "--from " + from + " is after --to " + to, "the earlier date is the one of --from");
  }
  nodes.push_back(Node{range, {}});
}

}  // namespace

void QueryArguments::declare(CLI::App& command, bool to_is_taken) {
  command.add_option("QUERY", words, "Words and operators; several arguments are joined with blanks");
  const auto value = [&command](const char* name, std::vector<std::string>& into, const char* help) {
    command.add_option(name, into, help)->type_name("TEXT")->allow_extra_args(false);
  };
  value("--author", authors, "Credited name, or words of one");
  value("--topic", topics, "Topic, or words of one");
  value("--source", sources, "Outlet");
  value("--section", sections, "Desk or rubric");
  value("--place", places, "Place the dump names, or words of one");
  value("--person", persons, "Person the dump names, or words of a name");
  value("--org", organizations, "Organization the dump names, or words of one");
  value("--lang", languages, "Language, as a tag: en");
  value("--phrase", phrases, "Adjacent words of headline or body");
  command.add_option("--from", from, "First day: 2025, 2025-06, 2025-06-24, 7d")->type_name("DATE");
  command.add_option(to_is_taken ? "--until" : "--to,--until", to, "Last day, included")->type_name("DATE");
}

bool QueryArguments::empty() const {
  const auto lists = {&words,  &authors, &topics,        &sources,   &sections,
                      &places, &persons, &organizations, &languages, &phrases};
  return from.empty() && to.empty() && std::ranges::all_of(lists, [](const auto* list) { return list->empty(); });
}

Node QueryArguments::resolve(const query::ParseOptions& parsing) const {
  std::vector<Node> nodes;
  if (!words.empty()) nodes.push_back(query::parse(text(), parsing));
  add_values(nodes, FieldId::Author, "--author", authors);
  add_values(nodes, FieldId::Topic, "--topic", topics);
  add_values(nodes, FieldId::Source, "--source", sources);
  add_values(nodes, FieldId::Section, "--section", sections);
  add_values(nodes, FieldId::Place, "--place", places);
  add_values(nodes, FieldId::Person, "--person", persons);
  add_values(nodes, FieldId::Organization, "--org", organizations);
  add_languages(nodes, languages);
  add_values(nodes, FieldId::Text, "--phrase", phrases);
  add_dates(nodes, from, to, parsing.today);
  if (nodes.empty()) throw Error(ErrorCode::Usage, "no query given", "for everything, ask for '*'");
  return query::conjunction(std::move(nodes));
}

std::vector<std::string> QueryArguments::saved() const {
  return words.empty() ? std::vector<std::string>() : query::saved_names(text());
}

std::vector<std::pair<std::string, std::string>> QueryArguments::filters() const {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [name, list] : kLists) {
    for (const std::string& value : this->*list) out.emplace_back(name, value);
  }
  if (!from.empty()) out.emplace_back(kFrom, from);
  if (!to.empty()) out.emplace_back(kTo, to);
  return out;
}

void QueryArguments::add_filter(std::string_view name, std::string value) {
  if (name == kFrom) from = value;
  if (name == kTo) to = value;
  for (const auto& [known, list] : kLists) {
    if (name == known) (this->*list).push_back(std::move(value));
  }
}

std::vector<std::string_view> filter_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, list] : kLists) names.push_back(name);
  names.push_back(kFrom);
  names.push_back(kTo);
  return names;
}

std::string QueryArguments::echo(const Node& resolved) const {
  const auto* const all = std::get_if<query::And>(&resolved.value);
  const auto is_of_option = [](const Node& node) { return node.span.end == 0; };
  const bool options = words.empty() || (all != nullptr && std::ranges::any_of(all->of, is_of_option));
  return options ? query::print(resolved) : text();
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
