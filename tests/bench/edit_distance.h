// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/bench/sqlite.h"

namespace morgue::bench {

/// Gives the database `within_edits(word, other, distance)`: 1 if `distance` edits of characters (a swap of neighbours
/// is one) make one word the other.
void add_edit_distance(const Database& database);

}  // namespace morgue::bench
