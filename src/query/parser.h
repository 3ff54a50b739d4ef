// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <variant>

#include "core/timestamp.h"
#include "query/ast.h"
#include "query/message.h"

namespace morgue::query {

/// The tree that a saved search stands for, or why there is none; the span of the problem does not count.
using SavedLookup = std::function<std::variant<Node, Problem>(std::string_view name)>;

struct ParseOptions {
  Day today;               ///< what relative dates count from
  SavedLookup saved = {};  ///< what `saved:NAME` is replaced by; without one it stays a leaf, which no index knows
};

/// Text -> tree. Throws Error{Query} whose message is what is wrong, the query and a caret line under the spot (three
/// lines), and whose hint is what to write instead. Never guesses. Depth and length are capped.
Node parse(std::string_view query, const ParseOptions& options);

/// A value of `date:` — a date, a range `A..B` with open ends, `none`, or a relative date — as used by --from and --to,
/// too. Throws Error{Query} with a plain message.
Node parse_date_value(std::string_view value, const ParseOptions& options);

}  // namespace morgue::query
