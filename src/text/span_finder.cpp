// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/span_finder.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace morgue::text {
namespace {

// Within another proximity it is not only the nearest that counts, but how far each end is from the third thing. Of
// texts and queries made to need more than this, some marks are missing, nothing else.
constexpr std::size_t kInnerPartners = 32;
constexpr std::size_t kMaxInner = 20'000;

using Spans = std::vector<FoundSpan>;

/// Pairs of spans near each other, the first of each before the second.
class PairFinder {
 public:
  PairFinder(const Spans& left, const Spans& right, std::uint32_t distance, std::size_t partners)
      : left_(left), right_(right), distance_(distance), partners_(partners) {}

  void add_pairs(Spans& found) {
    const auto by_first = order(right_, [](const FoundSpan& s) { return std::pair(s.first, s.last); });
    const auto by_last = order(left_, [](const FoundSpan& s) { return std::pair(s.last, s.first); });
    for (std::size_t i = 0; i < left_.size(); ++i) add_following(i, by_first);
    for (std::size_t i = 0; i < right_.size(); ++i) add_preceding(i, by_last);
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    for (const auto& [left, right] : pairs_) found.push_back(join(left_[left], right_[right]));
  }

 private:
  using Order = std::vector<std::size_t>;

  template <typename Key>
  static Order order(const Spans& spans, Key key) {
    Order sorted(spans.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::sort(sorted.begin(), sorted.end(),
              [&](std::size_t a, std::size_t b) { return key(spans[a]) < key(spans[b]); });
    return sorted;
  }

  void add_following(std::size_t left, const Order& by_first) {
    const std::uint32_t last = left_[left].last;
    auto at = std::upper_bound(by_first.begin(), by_first.end(), last,
                               [this](std::uint32_t position, std::size_t i) { return position < right_[i].first; });
    for (std::size_t count = 0; at != by_first.end() && count < partners_; ++at, ++count) {
      if (right_[*at].first - last > distance_) break;
      pairs_.emplace_back(left, *at);
    }
  }

  void add_preceding(std::size_t right, const Order& by_last) {
    const std::uint32_t first = right_[right].first;
    auto at = std::lower_bound(by_last.begin(), by_last.end(), first,
                               [this](std::size_t i, std::uint32_t position) { return left_[i].last < position; });
    for (std::size_t count = 0; at != by_last.begin() && count < partners_; ++count) {
      --at;
      if (first - left_[*at].last > distance_) break;
      pairs_.emplace_back(*at, right);
    }
  }

  static FoundSpan join(const FoundSpan& left, const FoundSpan& right) {
    FoundSpan joined{left.first, std::max(left.last, right.last), left.begin, std::max(left.end, right.end),
                     left.parts};
    joined.parts.insert(joined.parts.end(), right.parts.begin(), right.parts.end());
    return joined;
  }

  const Spans& left_;
  const Spans& right_;
  std::uint32_t distance_;
  std::size_t partners_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

class Finder {
 public:
  explicit Finder(const std::vector<WordMatch>& matches) : matches_(matches) {}

  /// With `inner`, all that a third thing can be near to.
  Spans find(const SpanPattern& pattern, bool inner) const {
    if (const auto* phrase = std::get_if<SpanOfPhrase>(&pattern.what)) return phrases(phrase->phrase);
    if (const auto* near = std::get_if<SpanOfNear>(&pattern.what)) {
      const Spans first = find(near->of.front(), true);
      const Spans second = find(near->of.back(), true);
      const std::size_t affordable = kMaxInner / std::max<std::size_t>(first.size() + second.size(), 1);
      const std::size_t partners = inner ? std::clamp<std::size_t>(affordable, 1, kInnerPartners) : 1;
      Spans found;
      PairFinder(first, second, near->distance, partners).add_pairs(found);
      if (!near->ordered) PairFinder(second, first, near->distance, partners).add_pairs(found);
      return inner ? thinned(std::move(found)) : found;
    }
    Spans found;
    for (const auto& alternative : std::get<SpanOfAny>(pattern.what).of) {
      Spans more = find(alternative, inner);
      found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return found;
  }

 private:
  Spans phrases(std::size_t phrase) const {
    Spans found;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      const WordMatch& match = matches_[i];
      if (match.pattern == phrase) found.push_back({match.first, match.last, match.begin, match.end, {i}});
    }
    return found;
  }

  /// What is near a span depends on its ends only: of nested proximities the number of spans would multiply.
  static Spans thinned(Spans spans) {
    const auto ends = [](const FoundSpan& s) { return std::pair(s.first, s.last); };
    std::ranges::stable_sort(spans, {}, ends);
    Spans kept;
    for (auto& span : spans) {
      if (kept.empty() || ends(kept.back()) != ends(span)) {
        kept.push_back(std::move(span));
      } else {
        kept.back().parts.insert(kept.back().parts.end(), span.parts.begin(), span.parts.end());
      }
    }
    if (kept.size() > kMaxInner) {
      std::ranges::stable_sort(kept, {}, [](const FoundSpan& s) { return s.last - s.first; });
      kept.resize(kMaxInner);
    }
    for (auto& span : kept) {
      std::ranges::sort(span.parts);
      span.parts.erase(std::unique(span.parts.begin(), span.parts.end()), span.parts.end());
    }
    return kept;
  }

  const std::vector<WordMatch>& matches_;
};

}  // namespace

std::vector<FoundSpan> find_spans(const SpanPattern& pattern, const std::vector<WordMatch>& matches) {
  return Finder(matches).find(pattern, false);
}

std::vector<FoundSpan> shortest_spans(std::vector<FoundSpan> spans) {
  // From behind, those that begin last first: one that ends where or behind where another of them ends holds it.
  std::ranges::sort(spans, [](const FoundSpan& a, const FoundSpan& b) {
    return a.begin != b.begin ? a.begin > b.begin : a.end < b.end;
  });
  std::vector<FoundSpan> kept;
  std::size_t nearest_end = std::numeric_limits<std::size_t>::max();
  for (auto& span : spans) {
    if (span.end >= nearest_end) continue;
    nearest_end = span.end;
    kept.push_back(std::move(span));
  }
  std::ranges::reverse(kept);
  return kept;
}

std::vector<FoundSpan> longest_spans(std::vector<FoundSpan> spans) {
  std::ranges::sort(spans, [](const FoundSpan& a, const FoundSpan& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<FoundSpan> kept;
  for (auto& span : spans) {
    if (kept.empty() || span.end > kept.back().end) kept.push_back(std::move(span));
  }
  return kept;
}

}  // namespace morgue::text
