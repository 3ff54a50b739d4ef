// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "index/segment_set.h"
#include "query/ast.h"

namespace morgue::index {

/// See Searcher::respell.
std::optional<query::Node> respell(const SegmentSet& set, const query::Node& query);

}  // namespace morgue::index
