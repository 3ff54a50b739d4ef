// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "query/message.h"

namespace morgue::query {

/// A value of `has:`, the name of a field that articles can lack: Has. Spans of problems count in `value`.
std::variant<Node, Problem> read_has(std::string_view value);
/// A value of `is:`: Is or Undated.
std::variant<Node, Problem> read_is(std::string_view value);
/// A value of `changed:`, the name of a part or of its field: Changed.
std::variant<Node, Problem> read_changed(std::string_view value);
/// The parts that it takes: `headline, summary ...`.
std::string changed_parts_list();
/// `field:*`: Has. The span of a problem is that of the star alone.
std::variant<Node, Problem> read_presence(FieldId field);

}  // namespace morgue::query
