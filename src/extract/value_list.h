// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace morgue::extract {

/// Elements of a list written as one value: `["a", "b"]` (JSON) and `['a', 'b']` (Python). A value that is not such a
/// list is its only element.
std::vector<std::string> unwrap_list(std::string_view value);

/// Names of a list field (topics, places ...), clean, each once, in order. A lone value is split at semicolons and
/// bars and, with `at_commas`, at commas; the elements of a real list are left whole.
std::vector<std::string> name_list(const std::vector<const Field*>& values, bool at_commas);

}  // namespace morgue::extract
