// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/generator/long_tail.h"

#include <algorithm>

namespace morgue::bench {
namespace {

constexpr std::uint64_t kMostRanks = 1'000'000'000;

}  // namespace

LongTail::LongTail(const Shape& shape) : shape_(shape) {
  double sum = 0;
  for (std::uint64_t rank = 0; rank < shape_.head; ++rank) {
    sum += 1 / (static_cast<double>(rank) + shape_.shift);
    cumulated_.push_back(sum);
  }
  // The tail begins as frequent as the head ends: the integral of (x / head)^-steepness / head.
  const double tail = 1 / (shape_.steepness - 1);
  head_share_ = sum / (sum + tail);
  for (double& value : cumulated_) value /= sum;
  std::uint32_t rank = 0;
  const std::size_t cells = cumulated_.size();
  for (std::size_t cell = 0; cell < cells; ++cell) {
    while (rank + 1 < cells && cumulated_[rank] < static_cast<double>(cell) / static_cast<double>(cells)) ++rank;
    shortcut_.push_back(rank);
  }
}

std::uint64_t LongTail::draw(Dice& dice) const {
  if (dice.fraction() < head_share_) {
    const double place = dice.fraction();
    std::size_t rank = shortcut_[static_cast<std::size_t>(place * static_cast<double>(shortcut_.size()))];
    while (rank + 1 < cumulated_.size() && cumulated_[rank] < place) ++rank;
    return rank;
  }
  const double far = std::pow(1 - dice.fraction(), -1 / (shape_.steepness - 1));
  return static_cast<std::uint64_t>(std::min(far * static_cast<double>(shape_.head), static_cast<double>(kMostRanks)));
}

}  // namespace morgue::bench
