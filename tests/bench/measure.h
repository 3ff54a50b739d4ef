// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <time.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace morgue::bench {

/// What is counted: time as it passes, or what processors spend on this thread or on all of the program, where others
/// keep them busy.
enum class Clock : clockid_t {
  Wall = CLOCK_MONOTONIC,
  Processor = CLOCK_THREAD_CPUTIME_ID,
  Program = CLOCK_PROCESS_CPUTIME_ID
};

inline double milliseconds(Clock clock) {
  timespec now{};
  clock_gettime(static_cast<clockid_t>(clock), &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Times of one thing, in milliseconds.
class Samples {
 public:
  void add(const std::function<void()>& work, Clock clock) {
    const double begin = milliseconds(clock);
    work();
    values_.push_back(milliseconds(clock) - begin);
  }
  void add(double value) { values_.push_back(value); }
  void add(const Samples& other) { values_.insert(values_.end(), other.values_.begin(), other.values_.end()); }

  [[nodiscard]] bool empty() const { return values_.empty(); }

  /// The smallest value that `share` of all do not exceed.
  [[nodiscard]] double percentile(double share) const {
    if (values_.empty()) return 0;
    std::vector<double> sorted = values_;
    std::ranges::sort(sorted);
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5);
    return sorted[rank];
  }
  [[nodiscard]] double median() const { return percentile(0.5); }

 private:
  std::vector<double> values_;
};

/// One who does the work: times of one or more rounds are added to the samples.
using Side = std::function<void(Samples&)>;

inline Side timed(std::function<void()> work, Clock clock) {
  return [work = std::move(work), clock](Samples& times) { times.add(work, clock); };
}

/// Runs all by turns, each first as often as any other, after a round that nobody counts.
inline void alternate(const std::vector<std::pair<Side, Samples*>>& sides, int rounds) {
  Samples uncounted;
  for (const auto& [side, times] : sides) side(uncounted);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < sides.size(); ++i) {
      const auto& [side, times] = sides[(i + static_cast<std::size_t>(round)) % sides.size()];
      side(*times);
    }
  }
}

}  // namespace morgue::bench
