// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/searcher.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "core/error.h"
#include "index/query_compiler.h"
#include "index/schema.h"
#include "index/segment.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

constexpr const char* kSearching = "cannot search the index";
/// Weights that differ by less are the same sum added up in another order.
constexpr double kSameWeight = 1e-9;

struct Ranked {
  SortKey key;
  double score = 0;
};

Xapian::doccount clamp(std::size_t wanted) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, std::numeric_limits<Xapian::doccount>::max() / 2));
}

std::size_t add_saturated(std::size_t a, std::size_t b) {
  return a > std::numeric_limits<std::size_t>::max() - b ? std::numeric_limits<std::size_t>::max() : a + b;
}

std::vector<Hit> page_of(const std::vector<Ranked>& ranked, std::size_t offset, std::size_t limit) {
  std::vector<Hit> hits;
  for (std::size_t i = offset; i < ranked.size() && hits.size() < limit; ++i) {
    hits.push_back({ranked[i].key.id, ranked[i].score});
  }
  return hits;
}

}  // namespace

struct Searcher::State {
  std::vector<Segment> segments;
  Xapian::Database all;  ///< all segments; Xapian deals out their documents in turn
  std::vector<std::string> languages;
  std::vector<std::string> reading_languages;  ///< languages, and an empty one for articles without
  std::shared_ptr<const DocidsBySegment> dead;
  bool any_dead = false;

  [[nodiscard]] CompiledQuery compile(const query::Node& node) const {
    return reading(kSearching, "", [&] {
      auto compiled = QueryCompiler(segments, all, reading_languages).compile(node);
      if (any_dead) {
        compiled.query = Xapian::Query(Xapian::Query::OP_AND_NOT, compiled.query, DocidSource::query(dead));
      }
      return compiled;
    });
  }

  [[nodiscard]] std::int64_t count(const Xapian::Query& query) const {
    std::int64_t total = 0;
    for (const auto& segment : segments) total += segment.count(query);
    return total;
  }

  [[nodiscard]] std::vector<Ranked> newest(const Xapian::Query& query, std::size_t wanted) const;
  [[nodiscard]] std::vector<Ranked> oldest(const Xapian::Query& query, std::size_t wanted) const;
  [[nodiscard]] std::vector<Ranked> relevant(const Xapian::Query& query, std::size_t wanted, std::int64_t& total) const;
  [[nodiscard]] std::vector<Ranked> resolve(const Xapian::MSet& matches) const;
};

Searcher::Searcher(std::vector<SegmentRef> refs) : state_(std::make_unique<State>()) {
  auto dead = std::make_shared<DocidsBySegment>();
  std::set<std::string> languages;
  bool without_language = refs.empty();
  for (auto& ref : refs) {
    const std::string location = ref.location;
    const auto& segment = state_->segments.emplace_back(std::move(ref));
    if (!dead->emplace(segment.uuid(), segment.dead()).second) {
      throw Error(ErrorCode::Inconsistent, "the index segment " + location + " is a copy of another one",
                  "run `morgue reindex --full`");
    }
    state_->any_dead = state_->any_dead || !segment.dead()->empty();
    reading("cannot open the index segment", location, [&] {
      const Xapian::Database& database = segment.database();
      state_->all.add_database(database);
      const std::string first(prefix::kLanguage);
      for (auto at = database.allterms_begin(first); at != database.allterms_end(first); ++at) {
        languages.insert((*at).substr(first.size()));
      }
      without_language = without_language || database.term_exists(std::string(prefix::kNoLanguage));
    });
  }
  state_->dead = std::move(dead);
  state_->languages.assign(languages.begin(), languages.end());
  state_->reading_languages = state_->languages;
  if (without_language || languages.empty()) state_->reading_languages.emplace_back();
}

Searcher::~Searcher() = default;

std::vector<Ranked> Searcher::State::newest(const Xapian::Query& query, std::size_t wanted) const {
  std::vector<Ranked> ranked;
  for (const auto& segment : segments) {
    for (const auto& key : segment.keys(segment.first(query, clamp(wanted)))) ranked.push_back({key, 0});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return newer(a.key, b.key); });
  return ranked;
}

/// The other end of newest-first order, from each segment. Xapian gives no help with that, so all matches are listed;
/// the undated are the last of them and come last again.
std::vector<Ranked> Searcher::State::oldest(const Xapian::Query& query, std::size_t wanted) const {
  const Xapian::Query undated(Xapian::Query::OP_FILTER, query, Xapian::Query(std::string(prefix::kUndated)));
  std::vector<Ranked> ranked;
  for (const auto& segment : segments) {
    const auto found = segment.first(query, segment.documents());
    const std::size_t dated = found.size() - segment.count(undated);
    const std::size_t from_dated = std::min(wanted, dated);
    const std::size_t from_undated = std::min(wanted - from_dated, found.size() - dated);
    const auto dated_end = found.begin() + static_cast<std::ptrdiff_t>(dated);
    std::vector<Xapian::docid> taken(dated_end - static_cast<std::ptrdiff_t>(from_dated), dated_end);
    taken.insert(taken.end(), found.end() - static_cast<std::ptrdiff_t>(from_undated), found.end());
    for (const auto& key : segment.keys(taken)) ranked.push_back({key, 0});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (is_undated(a.key) != is_undated(b.key)) return is_undated(b.key);
    return newer(b.key, a.key);
  });
  return ranked;
}

std::vector<Ranked> Searcher::State::relevant(const Xapian::Query& query, std::size_t wanted,
                                              std::int64_t& total) const {
  return reading(kSearching, "", [&] {
    Xapian::Enquire enquire(all);
    enquire.set_query(query);
    const Xapian::doccount documents = all.get_doccount();
    Xapian::doccount fetched = std::min(clamp(add_saturated(wanted, 1)), documents);
    Xapian::MSet matches = enquire.get_mset(0, fetched, documents);
    total = matches.get_matches_estimated();
    // Articles of the weight at which the page ends are told apart by date: all of them are needed.
    while (wanted > 0 && matches.size() > wanted && matches.size() == fetched && fetched < documents) {
      const double boundary = matches[static_cast<Xapian::doccount>(wanted - 1)].get_weight();
      if (boundary - matches.back().get_weight() > kSameWeight) break;
      fetched = fetched > documents / 4 ? documents : fetched * 4;
      matches = enquire.get_mset(0, fetched);
    }
    auto ranked = resolve(matches);
    const auto rounded = [](double score) { return std::round(score / kSameWeight); };
    std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
      const double left = rounded(a.score);
      const double right = rounded(b.score);
      return left != right ? left > right : newer(a.key, b.key);
    });
    return ranked;
  });
}

std::vector<Ranked> Searcher::State::resolve(const Xapian::MSet& matches) const {
  std::vector<std::vector<std::pair<Xapian::docid, double>>> by_segment(segments.size());
  for (auto at = matches.begin(); at != matches.end(); ++at) {
    const std::size_t number = *at - 1;
    by_segment[number % segments.size()].emplace_back(static_cast<Xapian::docid>(number / segments.size() + 1),
                                                      at.get_weight());
  }
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    std::sort(by_segment[i].begin(), by_segment[i].end());
    std::vector<Xapian::docid> documents;
    for (const auto& match : by_segment[i]) documents.push_back(match.first);
    const auto keys = segments[i].keys(documents);
    for (std::size_t j = 0; j < keys.size(); ++j) ranked.push_back({keys[j], by_segment[i][j].second});
  }
  return ranked;
}

HitPage Searcher::search(const query::Node& query, Sort sort, std::size_t offset, std::size_t limit) const {
  const auto compiled = state_->compile(query);
  const std::size_t wanted = limit == 0 ? 0 : add_saturated(offset, limit);
  HitPage page;
  if (state_->segments.empty()) return page;
  if (sort == Sort::Relevance && compiled.weighs) {
    page.hits = page_of(state_->relevant(compiled.query, wanted, page.total), offset, limit);
    return page;
  }
  page.total = state_->count(compiled.query);
  if (wanted == 0) return page;
  const auto ranked =
      sort == Sort::Oldest ? state_->oldest(compiled.query, wanted) : state_->newest(compiled.query, wanted);
  page.hits = page_of(ranked, offset, limit);
  return page;
}

std::int64_t Searcher::count(const query::Node& query) const {
  return state_->count(state_->compile(query).query);
}

std::vector<ArticleId> Searcher::matches(const query::Node& query) const {
  std::vector<ArticleId> ids;
  for (const auto& ranked : state_->newest(state_->compile(query).query, std::numeric_limits<std::size_t>::max())) {
    ids.push_back(ranked.key.id);
  }
  return ids;
}

const std::vector<std::string>& Searcher::languages() const {
  return state_->languages;
}

}  // namespace morgue::index
