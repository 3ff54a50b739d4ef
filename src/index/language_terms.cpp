// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/language_terms.h"

#include <algorithm>
#include <iterator>

#include "index/schema.h"

namespace morgue::index {

using Xapian::Query;

LanguageTerms::LanguageTerms(const std::vector<std::string>& languages) {
  for (const auto& language : languages) terms_.push_back(term(language));
  std::sort(terms_.begin(), terms_.end());
}

std::string LanguageTerms::term(const std::string& language) {
  return language.empty() ? std::string(prefix::kNoLanguage) : make_term(prefix::kLanguage, language);
}

Query LanguageTerms::outside(const Query& query, const std::vector<std::string>& not_in) const {
  if (not_in.empty()) return query;
  std::vector<std::string> in;
  std::set_difference(terms_.begin(), terms_.end(), not_in.begin(), not_in.end(), std::back_inserter(in));
  // The shorter of two lists that say the same.
  if (in.size() <= not_in.size()) {
    return {Query::OP_FILTER, query, Query(Query::OP_OR, in.begin(), in.end())};
  }
  return {Query::OP_AND_NOT, query, Query(Query::OP_OR, not_in.begin(), not_in.end())};
}

}  // namespace morgue::index
