// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/explanation.h"
#include "index/segment_set.h"
#include "query/ast.h"

namespace morgue::index {

Explanation explain(const SegmentSet& set, const query::Node& query);

}  // namespace morgue::index
