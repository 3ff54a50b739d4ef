// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/ast.h"
#include "query/parser.h"

namespace CLI {
class App;
}

namespace morgue::cli {

/// A query as typed: words of the query language, and options whose values are literal, never query syntax.
struct QueryArguments {
  std::vector<std::string> words;
  std::vector<std::string> authors;
  std::vector<std::string> topics;
  std::vector<std::string> sources;
  std::vector<std::string> sections;
  std::vector<std::string> places;
  std::vector<std::string> persons;
  std::vector<std::string> organizations;
  std::vector<std::string> languages;
  std::vector<std::string> phrases;
  std::string from;
  std::string to;

  /// The last day is --to, and --until where a command has another --to (or a user the habit).
  void declare(CLI::App& command, bool to_is_taken = false);
  /// Nothing at all was asked for.
  [[nodiscard]] bool empty() const;
  /// Throws Error{Query}; Error{Usage} when nothing at all was asked for.
  [[nodiscard]] query::Node resolve(const query::ParseOptions& parsing) const;
  /// Names of the saved searches that the words ask for.
  [[nodiscard]] std::vector<std::string> saved() const;
  /// The options that were given and their values, as typed: `author`, `Jane Doe`.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> filters() const;
  /// The reverse of filters(), a value at a time; the name is one of filter_names().
  void add_filter(std::string_view name, std::string value);
  /// The words, joined.
  [[nodiscard]] std::string text() const;
  /// What was asked, as one query: as typed, or as resolve() understood it where options added to it.
  [[nodiscard]] std::string echo(const query::Node& resolved) const;
};

/// Names of the literal options, without dashes.
std::vector<std::string_view> filter_names();

}  // namespace morgue::cli
