// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/article_store.h"
#include "catalog/catalog.h"
#include "catalog/past.h"
#include "core/article.h"

namespace morgue::archive {

/// A moment as a user names it.
struct AsOf {
  std::optional<std::int64_t> second;  ///< by the clock, UTC seconds, included
  std::int64_t run = 0;                ///< when this run had ended; looked at without `second`
};

/// How an archive differs from what it was: which articles to leave out, and those that were revised since as they
/// were. Everything else is as it is now.
class PastSnapshot {
 public:
  /// In the read transaction of the caller. Throws Error{Usage} for a run that never was. `now`: what is hidden now is
  /// hidden in the past, too.
  PastSnapshot(catalog::Catalog& catalog, const AsOf& as_of, std::int64_t now);

  /// No run had begun.
  [[nodiscard]] bool before_all() const { return moment_.run == 0; }
  /// What an embargo is judged by.
  [[nodiscard]] std::int64_t second() const { return moment_.second; }
  /// The dead documents of each segment, beside those that are dead today; sorted.
  [[nodiscard]] const std::map<std::int64_t, std::vector<std::uint32_t>>& documents_since() const { return since_; }
  [[nodiscard]] bool has_later(std::int64_t segment, std::uint32_t docid) const;
  /// Builds a segment of the articles revised since, as they were, in a folder that does not exist. False, and nothing
  /// built, when there are none.
  bool build(const std::filesystem::path& folder);

  /// Whether it was stored later.
  [[nodiscard]] bool is_later(ArticleId id) const;
  /// Of an article that was revised since; empty: it is as it is now.
  std::optional<StoredArticle> find(ArticleId id);
  /// Of articles that were there.
  std::vector<std::pair<std::string, std::int64_t>> facets(catalog::FacetField field,
                                                           const std::vector<ArticleId>& articles, std::size_t limit);

 private:
  [[nodiscard]] bool was_hidden(const StoredArticle& article) const;

  catalog::Catalog& catalog_;
  std::int64_t now_;
  catalog::Moment moment_;
  std::optional<catalog::Past> past_;
  std::unordered_map<ArticleId, catalog::ArticleThen> then_;
  std::map<std::int64_t, std::vector<std::uint32_t>> since_;
};

}  // namespace morgue::archive
