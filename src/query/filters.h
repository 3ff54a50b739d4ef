// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/ast.h"

namespace morgue::query {

/// What a query says of everything but the words of the articles: author, topic, source, dates, has:, words: and so on.
/// Of clauses joined by AND those that ask for words of headline, summary or body anywhere below are left out; All when
/// nothing remains. Every match of the query is one of its filters, too: what rates are counted against.
Node filters_of(const Node& query);

/// Days from `from` to `to`, both included; absent where there is no bound.
struct DayBounds {
  std::optional<Day> from;
  std::optional<Day> to;
};

/// The days that every match was published within, by the date: clauses that all of them must meet.
DayBounds date_bounds_of(const Node& query);

}  // namespace morgue::query
