// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "archive/reader.h"
#include "cli/command.h"
#include "render/results.h"

namespace morgue::cli {

/// The options of commands that print hits, and how they print them.
struct HitOutput {
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::string format = "text";
  std::string fields;
  bool body = false;
  bool no_snippets = false;

  void declare(CLI::App& command);
  /// Throws Error{Usage} for --fields that do not exist.
  void check() const;
  /// Limit, offset and the width of snippets.
  [[nodiscard]] archive::SearchOptions search_options(const Context& context) const;
  /// Through the pager where that is called for.
  void write(const Context& context, const render::Results& results) const;
  [[nodiscard]] bool is_text() const { return format == "text"; }
};

/// `a,b,c` as names of fields. Throws Error{Usage} for one that does not exist or comes twice.
std::vector<std::string> split_fields(const std::string& list);

render::Results to_results(archive::SearchResult found, const HitOutput& output);

}  // namespace morgue::cli
