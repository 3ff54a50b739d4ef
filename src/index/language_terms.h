// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace morgue::index {

/// The languages of an archive, as the terms of which each of its articles has exactly one.
class LanguageTerms {
 public:
  explicit LanguageTerms(const std::vector<std::string>& languages);
  static std::string term(const std::string& language);

  /// Without articles in these languages (terms, sorted).
  [[nodiscard]] Xapian::Query outside(const Xapian::Query& query, const std::vector<std::string>& not_in) const;

 private:
  std::vector<std::string> terms_;  ///< sorted
};

}  // namespace morgue::index
