// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/article.h"

namespace morgue {

/// An article that carries a story, as a family of near-duplicates is listed.
struct Carrier {
  ArticleId id = 0;
  std::string source;
  std::optional<Timestamp> published;
};

}  // namespace morgue
