// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/ast.h"

namespace morgue::query {

/// The Word, Phrase and Exact nodes, of every field, that a match may owe itself to, in the order of the query: what
/// snippets mark. Nothing under a NOT, unless another NOT turns it round. The pointers are into `node`.
std::vector<const Node*> positive_leaves(const Node& node);

}  // namespace morgue::query
