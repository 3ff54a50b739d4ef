// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/article.h"
#include "render/results.h"

namespace morgue::render {

/// What a field's value is taken from; what is absent gives null.
struct Subject {
  const Article* article = nullptr;
  const StoredArticle* stored = nullptr;
  const ResultHit* hit = nullptr;
  bool relevance = false;
  bool collapse = false;
};

/// A score: how good a hit is, in the units of the ranking.
struct Score {
  double value;
};

// Scores differ between machines in their last bits; four digits are the same everywhere.
inline constexpr int kScoreDecimals = 4;

/// Null, a whole number, a score, a text, or a list. References live as long as the Subject's article.
using Value = std::variant<std::monostate, std::int64_t, Score, std::string, std::string_view,
                           std::reference_wrapper<const std::vector<std::string>>>;

/// One field of the contract (DESIGN section 6), in its order; behind them those of researchers.
struct Field {
  /// Which subjects have it: every article, those in an archive, hits of a search, hits of one that collapses, articles
  /// that somebody wrote something on.
  enum class Of : std::uint8_t { Article, Archive, Search, Collapse, Researcher };
  std::string_view name;
  Of of;
  Value (*get)(const Subject&);
};

std::span<const Field> all_fields();
/// Whether a researcher gave the article anything that the last of them say.
bool is_annotated(const Article& article);
/// Throws Error{Usage} for a name that is none.
const Field& field_named(std::string_view name);

}  // namespace morgue::render
