// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/searcher.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "core/error.h"
#include "index/explain.h"
#include "index/ranking.h"
#include "index/respell.h"
#include "index/segment_set.h"
#include "index/similar.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

std::size_t page_end(const SearchPlan& plan) {
  if (plan.limit == 0) return 0;
  return plan.offset > kAll - plan.limit ? kAll : plan.offset + plan.limit;
}

/// The best of each family, and how many others there are.
struct Groups {
  std::vector<Ranked> best;
  std::vector<std::int64_t> more;
};

Groups collapse(const std::vector<Ranked>& ranked) {
  Groups groups;
  std::unordered_map<std::int64_t, std::size_t> place;
  for (const auto& one : ranked) {
    const auto [known, is_new] = place.emplace(one.family, groups.best.size());
    if (is_new) {
      groups.best.push_back(one);
      groups.more.push_back(0);
    } else {
      ++groups.more[known->second];
    }
  }
  return groups;
}

std::vector<Hit> page_of(const std::vector<Ranked>& ranked, const std::vector<std::int64_t>& more,
                         const SearchPlan& plan) {
  std::vector<Hit> hits;
  for (std::size_t i = plan.offset; i < ranked.size() && hits.size() < plan.limit; ++i) {
    hits.push_back({ranked[i].key.id, ranked[i].score, more.empty() ? 0 : more[i]});
  }
  return hits;
}

}  // namespace

struct Searcher::State {
  explicit State(std::vector<SegmentRef> refs) : set(std::move(refs)) {}

  [[nodiscard]] HitPage search(const query::Node& query, const SearchPlan& plan, bool with_total) const;

  SegmentSet set;
};

HitPage Searcher::State::search(const query::Node& query, const SearchPlan& plan, bool with_total) const {
  HitPage page;
  const auto compiled = set.compile(query);
  if (set.segments().empty()) return page;
  const Ranking ranking(set, plan.collapse);
  const std::size_t wanted = page_end(plan);
  std::vector<Ranked> ranked;
  if (plan.sort == Sort::Relevance && compiled.weighs) {
    ranked = ranking.relevant(compiled.query, wanted, page.total);
  } else {
    if (wanted > 0 || plan.collapse) {
      ranked =
          plan.sort == Sort::Oldest ? ranking.oldest(compiled.query, wanted) : ranking.newest(compiled.query, wanted);
    }
    if (plan.collapse || ranked.size() < wanted) {
      page.total = static_cast<std::int64_t>(ranked.size());  // all of them are here
    } else if (with_total) {
      page.total = set.count(compiled.query);
    }
  }
  if (!plan.collapse) {
    page.hits = page_of(ranked, {}, plan);
    return page;
  }
  const Groups groups = collapse(ranked);
  page.groups = static_cast<std::int64_t>(groups.best.size());
  page.hits = page_of(groups.best, groups.more, plan);
  return page;
}

Searcher::Searcher(std::vector<SegmentRef> refs) : state_(std::make_unique<State>(std::move(refs))) {}
Searcher::~Searcher() = default;

HitPage Searcher::search(const query::Node& query, const SearchPlan& plan) const {
  return state_->search(query, plan, true);
}

std::vector<Hit> Searcher::hits(const query::Node& query, const SearchPlan& plan) const {
  return state_->search(query, plan, false).hits;
}

std::int64_t Searcher::count(const query::Node& query) const {
  return state_->set.count(state_->set.compile(query).query);
}

std::int64_t Searcher::count_among(const query::Node& query,
                                   const std::vector<std::vector<std::uint32_t>>& documents) const {
  const auto compiled = state_->set.compile(query);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    count += state_->set.segments()[i].count_among(compiled.query, documents[i]);
  }
  return count;
}

std::vector<ArticleId> Searcher::matches(const query::Node& query) const {
  std::vector<ArticleId> ids;
  const Ranking ranking(state_->set, false);
  for (const auto& ranked : ranking.newest(state_->set.compile(query).query, kAll)) ids.push_back(ranked.key.id);
  return ids;
}

std::vector<DateCount> Searcher::dates(const query::Node& query) const {
  const auto compiled = state_->set.compile(query);
  std::vector<DateCount> dates;
  for (const auto& segment : state_->set.segments()) segment.count_days(compiled.query, dates);
  return dates;
}

std::unordered_map<std::string, std::int64_t> Searcher::facets(const query::Node& query, query::FieldId field) const {
  const auto compiled = state_->set.compile(query);
  std::unordered_map<std::string, std::int64_t> counts;
  for (const auto& segment : state_->set.segments()) segment.tally(field, compiled.query, counts);
  return counts;
}

Explanation Searcher::explain(const query::Node& query) const {
  return reading("cannot search the index", "", [&] { return index::explain(state_->set, query); });
}

std::optional<query::Node> Searcher::respell(const query::Node& query) const {
  return reading("cannot search the index", "", [&] { return index::respell(state_->set, query); });
}

std::vector<Hit> Searcher::similar(const StoredArticle& article, std::size_t limit) const {
  std::vector<Hit> hits;
  if (state_->set.segments().empty()) return hits;
  const Xapian::Query query = reading("cannot search the index", "", [&] { return similar_to(state_->set, article); });
  std::int64_t total = 0;
  const auto ranked = Ranking(state_->set, false).relevant(query, limit, total);
  return page_of(ranked, {}, {Sort::Relevance, 0, limit, false});
}

const std::vector<std::string>& Searcher::languages() const {
  return state_->set.languages();
}

}  // namespace morgue::index
