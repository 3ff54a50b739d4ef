// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "index/xapian_error.h"

namespace morgue::index {
namespace {

/// Weights that differ by less are the same sum added up in another order.
constexpr double kSameWeight = 1e-9;

Xapian::doccount clamp(std::size_t wanted) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, std::numeric_limits<Xapian::doccount>::max() / 2));
}

}  // namespace

void Ranking::read(const Segment& segment, const std::vector<Xapian::docid>& documents,
                   std::vector<Ranked>& ranked) const {
  for (const auto& key : segment.keys(documents)) ranked.push_back({key, 0, 0});
  if (!families_) return;
  const auto families = segment.families(documents);
  const std::size_t first = ranked.size() - documents.size();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Ranked& one = ranked[first + i];
    one.family = families[i] == 0 ? one.key.id : families[i];
  }
}

std::vector<Ranked> Ranking::newest(const Xapian::Query& query, std::size_t wanted) const {
  std::vector<Ranked> ranked;
  for (const auto& segment : set_.segments()) {
    read(segment, families_ || wanted >= segment.documents() ? segment.all(query) : segment.first(query, clamp(wanted)), ranked);
  }
  const auto first = [](const Ranked& a, const Ranked& b) { return newer(a.key, b.key); };
  if (set_.segments().size() > 1) std::sort(ranked.begin(), ranked.end(), first);
  return ranked;
}

/// The other end of newest-first order, from each segment. Xapian gives no help with that, so all matches are listed;
/// the undated are the last of them and come last again.
std::vector<Ranked> Ranking::oldest(const Xapian::Query& query, std::size_t wanted) const {
  const Xapian::Query undated(Xapian::Query::OP_FILTER, query, Xapian::Query(std::string(prefix::kUndated)));
  std::vector<Ranked> ranked;
  for (const auto& segment : set_.segments()) {
    const auto found = segment.all(query);
    const std::size_t dated = found.size() - segment.count(undated);
    const std::size_t enough = families_ ? found.size() : wanted;
    const std::size_t from_dated = std::min(enough, dated);
    const std::size_t from_undated = std::min(enough - from_dated, found.size() - dated);
    const auto dated_end = found.begin() + static_cast<std::ptrdiff_t>(dated);
    std::vector<Xapian::docid> taken(dated_end - static_cast<std::ptrdiff_t>(from_dated), dated_end);
    taken.insert(taken.end(), found.end() - static_cast<std::ptrdiff_t>(from_undated), found.end());
    read(segment, taken, ranked);
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (is_undated(a.key) != is_undated(b.key)) return is_undated(b.key);
    return newer(b.key, a.key);
  });
  return ranked;
}

std::vector<Ranked> Ranking::relevant(const Xapian::Query& query, std::size_t wanted, std::int64_t& total) const {
  return reading("cannot search the index", "", [&] {
    Xapian::Enquire enquire(set_.all());
    enquire.set_query(query);
    const Xapian::doccount documents = set_.all().get_doccount();
    const std::size_t one_more = wanted == std::numeric_limits<std::size_t>::max() ? wanted : wanted + 1;
    Xapian::doccount fetched = families_ ? documents : std::min(clamp(one_more), documents);
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

std::vector<Ranked> Ranking::resolve(const Xapian::MSet& matches) const {
  const auto& segments = set_.segments();
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
    const std::size_t first = ranked.size();
    read(segments[i], documents, ranked);
    for (std::size_t j = 0; j < documents.size(); ++j) ranked[first + j].score = by_segment[i][j].second;
  }
  return ranked;
}

}  // namespace morgue::index
