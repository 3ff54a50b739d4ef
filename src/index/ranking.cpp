// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <utility>

namespace morgue::index {
namespace {

/// Weights that differ by less are the same sum added up in another order.
constexpr double kSameWeight = 1e-9;

Xapian::doccount clamp(std::size_t wanted) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, std::numeric_limits<Xapian::doccount>::max() / 2));
}

/// Of the document that is in that place, from 1, by weight; below all if there are no more than that.
double weight_at(const std::vector<WeighedDocuments>& found, std::size_t place) {
  std::vector<double> all;
  for (const auto& segment : found) all.insert(all.end(), segment.weights.begin(), segment.weights.end());
  if (all.size() <= place) return -std::numeric_limits<double>::infinity();
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(place) - 1;
  std::nth_element(all.begin(), at, all.end(), std::greater<>());
  return *at;
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
    read(segment, families_ || wanted >= segment.documents() ? segment.all(query) : segment.first(query, clamp(wanted)),
         ranked);
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
  const auto found = weigh(set_.segments(), query);
  total = 0;
  for (const auto& segment : found) total += static_cast<std::int64_t>(segment.documents.size());
  const std::size_t enough = families_ ? static_cast<std::size_t>(total) : wanted;
  std::vector<Ranked> ranked;
  if (enough == 0) return ranked;
  const double least = weight_at(found, enough);
  for (std::size_t i = 0; i < found.size(); ++i) add_best(set_.segments()[i], found[i], least, enough, ranked);
  const auto rounded = [](double score) { return std::round(score / kSameWeight); };
  std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
    const double left = rounded(a.score);
    const double right = rounded(b.score);
    return left != right ? left > right : newer(a.key, b.key);
  });
  return ranked;
}

/// Articles of the weight at which the page ends are told apart by date: of these the newest, which come first.
void Ranking::add_best(const Segment& segment, const WeighedDocuments& found, double least, std::size_t enough,
                       std::vector<Ranked>& ranked) const {
  std::vector<Xapian::docid> documents;
  std::vector<double> weights;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < found.documents.size(); ++i) {
    const double above = found.weights[i] - least;
    if (above < -kSameWeight || (above <= kSameWeight && ++equal > enough)) continue;
    documents.push_back(found.documents[i]);
    weights.push_back(found.weights[i]);
  }
  const std::size_t first = ranked.size();
  read(segment, documents, ranked);
  for (std::size_t i = 0; i < weights.size(); ++i) ranked[first + i].score = weights[i];
}

}  // namespace morgue::index
