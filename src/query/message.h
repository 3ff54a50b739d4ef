// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"
#include "query/ast.h"

namespace morgue::query {

/// What is wrong at a spot of a text, and what to write instead.
struct Problem {
  Span span;
  std::string message;
  std::string hint;
};

/// Part of a query inside a message: in double quotes, shortened, harmless on a terminal.
std::string shown(std::string_view text);

/// Three lines: the message, the query (or the part of it around the span that fits a terminal), and carets under the
/// span. An empty span gets one caret. `query` may be any bytes.
std::string with_caret(std::string_view message, std::string_view query, Span span);

/// What is thrown for a wrong query: for those who show the spot in their own way.
class QueryError : public Error {
 public:
  QueryError(std::string_view query, Problem problem);
  [[nodiscard]] const Problem& problem() const noexcept { return problem_; }

 private:
  Problem problem_;
};

/// Throws QueryError for a problem whose span counts in `query`.
[[noreturn]] void fail(std::string_view query, const Problem& problem);

}  // namespace morgue::query
