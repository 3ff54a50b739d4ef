// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/article.h"

namespace morgue {

/// A place in an article that a query is about, with what stands beside it. `left`, `match` and `right` together are
/// the passage on one line: white space is a single blank, also where one meets the other.
struct Occurrence {
  ArticleId id = 0;
  std::optional<Timestamp> published;
  std::string source;
  std::string headline;
  std::string left;
  std::string match;
  std::string right;
};

}  // namespace morgue
