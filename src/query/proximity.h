// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <variant>

#include "query/message.h"
#include "query/token.h"

namespace morgue::query {

/// What `w/10`, `pre/2`, `NEAR/10`, `ADJ/2`, `NEAR` (10) or `ADJ` (1) asks for.
struct Proximity {
  std::uint32_t distance = 1;
  bool ordered = false;
};

/// Spans of problems count in the query.
std::variant<Proximity, Problem> read_proximity(const Token& token);
/// Both sides of `sign` as one node; a problem if they cannot stand there.
std::variant<Node, Problem> near_node(std::string_view query, const Token& sign, Node left, Node right);

}  // namespace morgue::query
