// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/saved_names.h"

#include <utility>
#include <vector>

#include "cli/plain_name.h"

namespace morgue::cli {

catalog::SavedSearch find_saved(catalog::Catalog& catalog, const std::string& name) {
  catalog::SavedSearchTable table(catalog);
  if (auto found = table.find(name)) return std::move(*found);
  std::vector<std::string> names;
  for (const auto& search : table.list()) names.push_back(search.name);
  throw no_such_name("saved search", name, names, "morgue saved list");
}

}  // namespace morgue::cli
