// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "query/message.h"
#include "query/token.h"

namespace morgue::query {

/// Signs that mean something in other query languages and would be dropped here without a word, so that the query would
/// find something else: `!x`, `–x`, `a|b`, `a&&b`, `x^2`, `~x`, `author=x`, `:x`, `/5`, `n/5`. Spans count in `word`.
/// `in_value`: the word stands behind `field:`.
std::optional<Problem> other_syntax(std::string_view word, bool in_value);
/// Whether an apostrophe stands at just one end of a word, as if it began or ended a quotation.
bool has_one_apostrophe(std::string_view word);
/// `'two words'`: apostrophes make no phrase.
std::optional<Problem> single_quotes(const std::vector<Token>& tokens);

}  // namespace morgue::query
