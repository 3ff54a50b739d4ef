// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <variant>

#include "query/message.h"

namespace morgue::query {

/// A value of `has:`, the name of a field that articles can lack: Has. Spans of problems count in `value`.
std::variant<Node, Problem> read_has(std::string_view value);
/// A value of `is:`: Is or Undated.
std::variant<Node, Problem> read_is(std::string_view value);
/// `field:*`: Has. The span of a problem is that of the star alone.
std::variant<Node, Problem> read_presence(FieldId field);

}  // namespace morgue::query
