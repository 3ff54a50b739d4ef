// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "tests/bench/generator/dice.h"

namespace morgue::bench {

/// Ranks from 0 without end, as words, names and labels have them. The first `head` follow Mandelbrot's
/// 1 / (rank + shift); behind them frequencies fall with a power of `steepness`, above 1, so that the number of
/// distinct ranks grows with the (1 / steepness)th power of what is drawn: Heaps' law.
class LongTail {
 public:
  struct Shape {
    std::uint64_t head = 8000;
    double shift = 2.7;
    double steepness = 1.75;
  };
  explicit LongTail(const Shape& shape);

  [[nodiscard]] std::uint64_t draw(Dice& dice) const;

 private:
  Shape shape_;
  double head_share_ = 1;
  std::vector<double> cumulated_;        ///< of the head, to 1
  std::vector<std::uint32_t> shortcut_;  ///< where a search in cumulated_ begins
};

}  // namespace morgue::bench
