// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/article.h"
#include "query/ast.h"

namespace morgue::index {

/// One live segment as the catalog lists it.
struct SegmentRef {
  std::string location;             ///< a folder today; nothing above src/index assumes so
  std::vector<std::uint32_t> dead;  ///< docids superseded in it, sorted
};

enum class Sort { Relevance, Newest, Oldest };

struct Hit {
  ArticleId id = 0;
  double score = 0;  ///< BM25 weight; 0 when sorted by date
};

struct HitPage {
  std::int64_t total = 0;  ///< exact
  std::vector<Hit> hits;
};

/// A consistent set of open segments. Newest and oldest order by (published, id); undated articles come last in both.
/// Ties of relevance are broken newest first.
class Searcher {
 public:
  /// Opens everything at once, so that folders may be removed afterwards. Throws Error{Inconsistent} naming a segment
  /// that is missing or damaged.
  explicit Searcher(std::vector<SegmentRef> segments);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  [[nodiscard]] HitPage search(const query::Node& query, Sort sort, std::size_t offset, std::size_t limit) const;
  [[nodiscard]] std::int64_t count(const query::Node& query) const;
  /// Every match, newest first.
  [[nodiscard]] std::vector<ArticleId> matches(const query::Node& query) const;
  /// Languages of the articles held, as BCP 47 tags, sorted.
  [[nodiscard]] const std::vector<std::string>& languages() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Position in date order: UTC seconds of the start of the published span; undated sorts below every date.
std::int64_t date_order(const Article& article);

}  // namespace morgue::index
