// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <time.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace morgue::bench {

/// What is counted: time as it passes, or what the processor spends on this thread, where others keep it busy.
enum class Clock : clockid_t { Wall = CLOCK_MONOTONIC, Processor = CLOCK_THREAD_CPUTIME_ID };

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
  void add(const Samples& other) { values_.insert(values_.end(), other.values_.begin(), other.values_.end()); }

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

/// Runs both by turns, each first as often as the other, after a round that nobody counts.
inline void alternate(const std::function<void()>& ours, const std::function<void()>& peer, int rounds, Clock clock,
                      Samples& our_times, Samples& peer_times) {
  ours();
  peer();
  for (int round = 0; round < rounds; ++round) {
    if (round % 2 == 1) peer_times.add(peer, clock);
    our_times.add(ours, clock);
    if (round % 2 == 0) peer_times.add(peer, clock);
  }
}

}  // namespace morgue::bench
