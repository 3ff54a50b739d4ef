// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/record.h"

namespace morgue::extract {

/// Authors from the values of an author field: bylines, lists of names, and lists that a crawler filled with page
/// furniture and with biographies cut at their commas.
std::vector<std::string> author_list(const std::vector<const Field*>& values);

}  // namespace morgue::extract
