// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/completion.h"

namespace morgue::cli {

/// Names of a kind that begin so.
using NamesByPrefix = std::function<std::vector<std::string>(const std::string& kind, const std::string& prefix)>;

/// What a query that is being typed could go on with: names of fields, values of `has:` and `is:`, relative dates,
/// names from the archive. Each candidate is the whole query up to there.
std::vector<Candidate> complete_query(const std::string& typed, const NamesByPrefix& names);

}  // namespace morgue::cli
