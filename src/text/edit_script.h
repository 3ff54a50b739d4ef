// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace morgue::text {

/// Where two sequences differ: from `before` on [a_begin, a_end) is replaced by [b_begin, b_end) of `after`.
struct Hunk {
  std::size_t a_begin = 0;
  std::size_t a_end = 0;
  std::size_t b_begin = 0;
  std::size_t b_end = 0;
};

/// What comparing may still cost: comparisons of two elements.
struct DiffBudget {
  std::size_t comparisons = 100'000'000;
};

/// The fewest insertions and deletions that make one sequence of the other (Myers, An O(ND) difference algorithm), as
/// hunks in order with something equal between any two. Empty when they are more than `most`, or the budget is spent.
std::optional<std::vector<Hunk>> edit_script(std::span<const std::uint32_t> before,
                                             std::span<const std::uint32_t> after, std::size_t most,
                                             DiffBudget& budget);

}  // namespace morgue::text
