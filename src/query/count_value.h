// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <variant>

#include "query/message.h"

namespace morgue::query {

/// A value of `words:` — `300`, `>300`, `>=300`, `<300`, `<=300`, `200..500` with open ends: NumberRange. The spans of
/// problems count in `value`. `exact`: `=` stands before it, so that it must be one number.
std::variant<Node, Problem> read_count(std::string_view value, FieldId field, bool exact);

}  // namespace morgue::query
