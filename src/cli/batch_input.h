// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/query_options.h"

namespace morgue::cli {

struct BatchQuery {
  std::string name;
  QueryArguments arguments;
  std::string problem;  ///< why it cannot be asked; the arguments then hold what there was to read
};

/// Queries of a file, one after the other: CSV with a column `query`, or columns named like filter options; else a
/// query a line, without blank lines and those that begin with #.
class BatchInput {
 public:
  /// "-": standard input. Throws Error{Input} for a file that cannot be read, Error{Usage} for columns that no query
  /// has.
  explicit BatchInput(const std::string& path);
  ~BatchInput();
  BatchInput(const BatchInput&) = delete;
  BatchInput& operator=(const BatchInput&) = delete;

  std::optional<BatchQuery> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::cli
