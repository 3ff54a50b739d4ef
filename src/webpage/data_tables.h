// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "markup/tree.h"

namespace morgue::webpage {

/// Whether a <table> holds data in rows, and is not a grid that a page is laid out with.
bool is_data_table(const markup::Node& table);

}  // namespace morgue::webpage
