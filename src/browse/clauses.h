// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "browse/wanted.h"
#include "query/ast.h"
#include "query/parser.h"

namespace morgue::browse {

/// The clause of a query that says the same.
query::Node clause_of(const Narrowing& narrowing);
/// The whole question as a query. Throws QueryError for its text.
query::Node tree_of(const Question& question, const query::ParseOptions& parsing);
/// Whether more letters may follow: the text ends in a word that stands by itself or after a colon.
bool may_go_on(std::string_view text);

}  // namespace morgue::browse
