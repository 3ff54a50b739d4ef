// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/article.h"
#include "core/explanation.h"
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
  double score = 0;       ///< BM25 weight; 0 when sorted by date
  std::int64_t more = 0;  ///< with collapse: other matches of its near-duplicate family
};

struct HitPage {
  std::int64_t total = 0;   ///< exact; articles, also with collapse
  std::int64_t groups = 0;  ///< with collapse: families and lone articles, which offset and limit count
  std::vector<Hit> hits;
};

struct SearchPlan {
  Sort sort = Sort::Relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool collapse = false;  ///< of each near-duplicate family only the best match
};

/// Articles published on a day, or in a month or year of which no more is known.
struct DateCount {
  Timestamp date;
  std::int64_t articles = 0;
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

  [[nodiscard]] HitPage search(const query::Node& query, const SearchPlan& plan) const;
  /// The same without the total (0), which can take longer than the hits: by date it need not look at the others.
  [[nodiscard]] std::vector<Hit> hits(const query::Node& query, const SearchPlan& plan) const;
  [[nodiscard]] std::int64_t count(const query::Node& query) const;
  /// Matches among these documents (sorted; a list a segment, in the order they were given), dead or not.
  [[nodiscard]] std::int64_t count_among(const query::Node& query,
                                         const std::vector<std::vector<std::uint32_t>>& documents) const;
  /// Every match, newest first.
  [[nodiscard]] std::vector<ArticleId> matches(const query::Node& query) const;
  /// Matches by their publisher's own day, as precise as known; newest first, one entry or more for a day. Undated ones
  /// are not among them.
  [[nodiscard]] std::vector<DateCount> dates(const query::Node& query) const;
  /// Matches by their values in a field: author, topic, source, section or language. An article without one is not
  /// counted, one with several is in the count of each.
  [[nodiscard]] std::unordered_map<std::string, std::int64_t> facets(const query::Node& query,
                                                                     query::FieldId field) const;
  /// The query as it is understood: expansions and counts of each clause, and of the query without it.
  [[nodiscard]] Explanation explain(const query::Node& query) const;
  /// The query with words that occur nowhere replaced by the likeliest that do; empty if there are none, or it would
  /// still find nothing.
  [[nodiscard]] std::optional<query::Node> respell(const query::Node& query) const;
  /// Articles whose words are most like those of `article`, best first, itself left out.
  [[nodiscard]] std::vector<Hit> similar(const StoredArticle& article, std::size_t limit) const;
  /// Languages of the articles held, as BCP 47 tags, sorted.
  [[nodiscard]] const std::vector<std::string>& languages() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Position in date order: UTC seconds of the start of the published span; undated sorts below every date.
std::int64_t date_order(const Article& article);

}  // namespace morgue::index
