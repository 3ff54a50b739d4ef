// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/token.h"

namespace morgue::query {

/// The tokens of a query, with End last. Knows shapes only: whether a field exists or a form is available, the parser
/// decides. Throws Error{Query} for bytes that are no text, unclosed quotations and signs that stand alone.
std::vector<Token> lex(std::string_view query);

}  // namespace morgue::query
