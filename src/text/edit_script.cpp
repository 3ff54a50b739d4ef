// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/edit_script.h"

#include <algorithm>

namespace morgue::text {
namespace {

using Sequence = std::span<const std::uint32_t>;
using Place = std::int64_t;

/// How far each diagonal (place in a minus place in b) gets with a number of edits: -edits, -edits + 2 ... edits.
using Reach = std::vector<std::int32_t>;

/// Myers' greedy search, remembering the reach of every number of edits.
class Search {
 public:
  Search(Sequence a, Sequence b, DiffBudget& budget) : a_(a), b_(b), budget_(budget) {}

  bool run(std::size_t most) {
    const auto goal = static_cast<Place>(a_.size()) - static_cast<Place>(b_.size());
    for (Place edits = 0; edits <= static_cast<Place>(most); ++edits) {
      Reach reach(static_cast<std::size_t>(edits) + 1);
      for (Place k = -edits; k <= edits; k += 2) {
        const Place begin = step(k, edits);
        const Place end = slide(begin, k);
        if (budget_.comparisons == 0) return false;
        reach[index(k, edits)] = static_cast<std::int32_t>(end);
        if (k == goal && end == static_cast<Place>(a_.size())) {
          reach_.push_back(std::move(reach));
          return true;
        }
      }
      reach_.push_back(std::move(reach));
    }
    return false;
  }

  /// Single insertions and deletions, last first, put together.
  [[nodiscard]] std::vector<Hunk> hunks() const {
    std::vector<Hunk> found;
    auto x = static_cast<Place>(a_.size());
    Place k = x - static_cast<Place>(b_.size());
    for (auto edits = static_cast<Place>(reach_.size()) - 1; edits > 0; --edits) {
      const bool down = comes_from_above(k, edits);
      const Place before_k = down ? k + 1 : k - 1;
      const Place before_x = reach_[static_cast<std::size_t>(edits) - 1][index(before_k, edits - 1)];
      add(found, before_x, before_x - before_k, down);
      k = before_k;
    }
    std::ranges::reverse(found);
    return found;
  }

 private:
  static std::size_t index(Place k, Place edits) { return static_cast<std::size_t>((k + edits) / 2); }

  [[nodiscard]] Place reached(Place k, Place edits) const {
    return reach_[static_cast<std::size_t>(edits)][index(k, edits)];
  }

  /// Whether the last edit is an insertion.
  [[nodiscard]] bool comes_from_above(Place k, Place edits) const {
    return k == -edits || (k != edits && reached(k - 1, edits - 1) < reached(k + 1, edits - 1));
  }

  [[nodiscard]] Place step(Place k, Place edits) const {
    if (edits == 0) return 0;
    return comes_from_above(k, edits) ? reached(k + 1, edits - 1) : reached(k - 1, edits - 1) + 1;
  }

  /// Along what is equal.
  Place slide(Place x, Place k) {
    const auto begin = x;
    const auto end_a = static_cast<Place>(a_.size());
    const auto end_b = static_cast<Place>(b_.size());
    while (x < end_a && x - k < end_b && x - k >= 0 &&
           a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)]) {
      ++x;
    }
    budget_.comparisons -= std::min(budget_.comparisons, static_cast<std::size_t>(x - begin) + 1);
    return x;
  }

  /// `x`, `y`: where the edit is made.
  static void add(std::vector<Hunk>& found, Place x, Place y, bool insertion) {
    const auto at_a = static_cast<std::size_t>(x);
    const auto at_b = static_cast<std::size_t>(y);
    const Hunk edit{at_a, at_a + (insertion ? 0 : 1), at_b, at_b + (insertion ? 1 : 0)};
    if (!found.empty() && found.back().a_begin == edit.a_end && found.back().b_begin == edit.b_end) {
      found.back().a_begin = edit.a_begin;
      found.back().b_begin = edit.b_begin;
    } else {
      found.push_back(edit);
    }
  }

  Sequence a_;
  Sequence b_;
  DiffBudget& budget_;
  std::vector<Reach> reach_;
};

}  // namespace

std::optional<std::vector<Hunk>> edit_script(Sequence before, Sequence after, std::size_t most, DiffBudget& budget) {
  const auto same = std::ranges::mismatch(before, after);
  const auto head = static_cast<std::size_t>(same.in1 - before.begin());
  before = before.subspan(head);
  after = after.subspan(head);
  std::size_t tail = 0;
  while (tail < std::min(before.size(), after.size()) &&
         before[before.size() - tail - 1] == after[after.size() - tail - 1]) {
    ++tail;
  }
  before = before.first(before.size() - tail);
  after = after.first(after.size() - tail);
  if (before.empty() && after.empty()) return std::vector<Hunk>{};
  if (before.empty() || after.empty())
    return std::vector<Hunk>{{head, head + before.size(), head, head + after.size()}};
  Search search(before, after, budget);
  if (!search.run(most)) return std::nullopt;
  auto hunks = search.hunks();
  for (Hunk& hunk : hunks) {
    hunk.a_begin += head;
    hunk.a_end += head;
    hunk.b_begin += head;
    hunk.b_end += head;
  }
  return hunks;
}

}  // namespace morgue::text
