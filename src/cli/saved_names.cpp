// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/saved_names.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "text/suggest.h"

namespace morgue::cli {

catalog::SavedSearch find_saved(catalog::Catalog& catalog, const std::string& name) {
  catalog::SavedSearchTable table(catalog);
  if (auto found = table.find(name)) return std::move(*found);
  const auto all = table.list();
  std::vector<std::string_view> names;
  for (const auto& search : all) names.push_back(search.name);
  const std::string near = text::nearest(name, names);
  throw Error(ErrorCode::Usage, "there is no saved search \"" + name + "\"",
              near.empty() ? "see morgue saved list" : "did you mean " + near + "?");
}

}  // namespace morgue::cli
