// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/saved_searches.h"

namespace morgue::cli {

struct DescribedSearch {
  catalog::SavedSearch search;
  std::string stands_for;  ///< today, as one query
  std::vector<std::string> used_by;
};

std::string saved_list_text(const std::vector<catalog::SavedSearch>& searches, std::int64_t now);
std::string saved_list_json(const std::vector<catalog::SavedSearch>& searches);
std::string saved_text(const DescribedSearch& described, std::int64_t now);
std::string saved_json(const DescribedSearch& described);

}  // namespace morgue::cli
