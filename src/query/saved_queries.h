// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/timestamp.h"
#include "query/parser.h"

namespace morgue::query {

/// Query texts by the names they are saved under.
using SavedTexts = std::map<std::string, std::string, std::less<>>;

/// What `saved:NAME` stands for, by texts that may ask for one another. `load` is called when the first name is met,
/// and once. `defining`: the name under which the query at hand is to be saved, which it must not ask for itself; may
/// be empty.
SavedLookup saved_lookup(std::function<SavedTexts()> load, Day today, std::string defining = {});

/// The names that a query asks for itself, in order, each once. Throws as parse() does.
std::vector<std::string> saved_names(std::string_view query);

}  // namespace morgue::query
