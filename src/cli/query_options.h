// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/timestamp.h"
#include "query/ast.h"

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
  std::vector<std::string> languages;
  std::vector<std::string> phrases;
  std::string from;
  std::string to;

  void declare(CLI::App& command);
  /// Throws Error{Query}; Error{Usage} when nothing at all was asked for.
  [[nodiscard]] query::Node resolve(Day today) const;
  /// The words, for echoing.
  [[nodiscard]] std::string text() const;
};

}  // namespace morgue::cli
