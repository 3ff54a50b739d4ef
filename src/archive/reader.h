// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "archive/layout.h"
#include "archive/past_snapshot.h"
#include "catalog/article_store.h"
#include "core/article.h"
#include "core/explanation.h"
#include "core/family.h"
#include "core/period.h"
#include "core/revision.h"
#include "core/snippet.h"
#include "index/searcher.h"
#include "query/ast.h"

namespace morgue::archive {

/// What matches are counted by.
using Facet = std::variant<catalog::FacetField, PeriodUnit>;

struct SearchOptions {
  index::Sort sort = index::Sort::Relevance;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::optional<std::size_t> snippet_width;  ///< columns; absent: no snippets
  bool collapse = false;                     ///< of each near-duplicate family only the best match
  bool total = true;      ///< by date the hits are there long before their total: without it, ask count() afterwards
  bool only_ids = false;  ///< hits have an id and a score and nothing else: no article is read
};

struct SearchHit {
  StoredArticle article;
  double score = 0;
  Snippet headline;
  std::optional<Snippet> snippet;
  std::int64_t more = 0;  ///< with collapse: other matches of its family
};

struct SearchResult {
  std::int64_t total = 0;   ///< exact; articles, also with collapse
  std::int64_t groups = 0;  ///< with collapse: families and lone articles
  std::vector<SearchHit> hits;
};

/// One consistent snapshot of an archive: rows, segments and tombstones of one moment. Never waits for a writer. What
/// is under embargo at that moment, or withheld by a takedown, is as if it were not there.
class Reader {
 public:
  /// Throws Error{Input} when there is no archive, Error{Version} or Error{Inconsistent} when it cannot be used.
  explicit Reader(const Layout& layout);
  /// The archive as it stood: what was stored later is not there, what was revised later is searched and shown by the
  /// text and metadata of then. Families, and which collections gave an article, are those of today but for articles
  /// revised since. What is hidden today was hidden then. Builds an index of the articles revised since, in $TMPDIR.
  Reader(const Layout& layout, const std::optional<AsOf>& as_of);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  [[nodiscard]] SearchResult search(const query::Node& query, const SearchOptions& options);
  [[nodiscard]] std::int64_t count(const query::Node& query);
  /// How many articles match that a takedown withholds. They are in no other result.
  [[nodiscard]] std::int64_t withheld(const query::Node& query);
  /// Ids of all matches, newest first.
  [[nodiscard]] std::vector<ArticleId> matches(const query::Node& query);
  /// Every match, newest first, one at a time; `use` returns false to stop.
  void for_each(const query::Node& query, const std::function<bool(const StoredArticle&)>& use);
  [[nodiscard]] Explanation explain(const query::Node& query);
  /// The query with words that occur nowhere replaced by the likeliest that do, if that finds anything.
  [[nodiscard]] std::optional<query::Node> respell(const query::Node& query);
  /// Articles most like this one, of which total counts those up to offset + limit; sort and collapse of `options` do
  /// not count. Throws Error{Usage} for an unknown id.
  [[nodiscard]] SearchResult similar(ArticleId id, const SearchOptions& options);
  [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> facets(const query::Node& query, const Facet& facet,
                                                                         std::size_t limit);
  /// Matches by the number of the period that they were published in (core/period.h), in order; those whose date is not
  /// known so well are left out.
  [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> periods(const query::Node& query, PeriodUnit unit);
  [[nodiscard]] std::optional<StoredArticle> find(ArticleId id);
  [[nodiscard]] std::vector<Revision> revisions(ArticleId id);
  [[nodiscard]] std::optional<Revision> revision(ArticleId id, int number);
  /// The near-duplicates of an article, itself among them, by first appearance; empty if it is alone.
  [[nodiscard]] std::vector<Carrier> carriers(ArticleId id);
  /// Why an article that is there is not shown, in one sentence without a full stop; empty: it is shown, or unknown.
  [[nodiscard]] std::string embargo_of(ArticleId id);
  /// Whether an article that is in the catalog may be shown.
  [[nodiscard]] bool shows(ArticleId id);
  /// The rows of the same snapshot.
  [[nodiscard]] catalog::Catalog& catalog();
  /// When the first run began, UTC seconds, if the archive is looked at as it stood before that.
  [[nodiscard]] std::optional<std::int64_t> begins_later();
  /// Articles stored but not searchable yet.
  [[nodiscard]] std::int64_t index_lag();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::archive
