// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <variant>

#include "query/message.h"

namespace morgue::query {

/// A value of `date:`: DateRange or Undated. The spans of problems count in `value`.
std::variant<Node, Problem> read_date(std::string_view value, Day today);
/// A value of `before:` or `after:`: what lies outside the span of one date.
std::variant<Node, Problem> read_date_bound(Shorthand bound, std::string_view value, Day today);
/// The inverse of read_date in the shortest form: `2025`, `2024-11..2025-02`, `..1899`.
std::string print_date(const DateRange& range);

}  // namespace morgue::query
