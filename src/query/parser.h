// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "core/timestamp.h"
#include "query/ast.h"

namespace morgue::query {

struct ParseOptions {
  Day today;  ///< what relative dates count from
};

/// Text -> tree. Throws Error{Query} whose message is what is wrong, the query and a caret line under the spot (three
/// lines), and whose hint is what to write instead. Never guesses. Depth and length are capped.
Node parse(std::string_view query, const ParseOptions& options);

/// A value of `date:` — a date, a range `A..B` with open ends, `none`, or a relative date — as used by --from and --to,
/// too. Throws Error{Query} with a plain message.
Node parse_date_value(std::string_view value, const ParseOptions& options);

}  // namespace morgue::query
