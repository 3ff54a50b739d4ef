// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/layout.h"
#include "catalog/article_store.h"
#include "core/article.h"
#include "core/snippet.h"
#include "index/searcher.h"
#include "query/ast.h"

namespace morgue::archive {

struct SearchOptions {
  index::Sort sort = index::Sort::Relevance;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::optional<std::size_t> snippet_width;  ///< columns; absent: no snippets
};

struct SearchHit {
  StoredArticle article;
  double score = 0;
  Snippet headline;
  std::optional<Snippet> snippet;
};

struct SearchResult {
  std::int64_t total = 0;  ///< exact
  std::vector<SearchHit> hits;
};

/// One consistent snapshot of an archive: rows, segments and tombstones of one moment. Never waits for a writer.
class Reader {
 public:
  /// Throws Error{Input} when there is no archive, Error{Version} or Error{Inconsistent} when it cannot be used.
  explicit Reader(const Layout& layout);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  [[nodiscard]] SearchResult search(const query::Node& query, const SearchOptions& options);
  [[nodiscard]] std::int64_t count(const query::Node& query);
  [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> facets(const query::Node& query,
                                                                         catalog::FacetField field, std::size_t limit);
  [[nodiscard]] std::optional<StoredArticle> find(ArticleId id);
  [[nodiscard]] std::vector<StoredArticle> revisions(ArticleId id);
  /// Articles stored but not searchable yet.
  [[nodiscard]] std::int64_t index_lag();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::archive
