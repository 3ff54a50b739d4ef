// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace morgue::browse {

/// Holds the latest of what was put in: who is slow misses what has become pointless.
template <typename Letter>
class LatestMailbox {
 public:
  void put(Letter letter) {
    {
      const std::lock_guard lock(mutex_);
      letter_ = std::move(letter);
    }
    arrived_.notify_one();
  }

  /// Waits for one; nothing when `stop` is requested or nothing came for so long.
  std::optional<Letter> take(const std::stop_token& stop, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, stop, patience, [this] { return letter_.has_value(); });
    return std::exchange(letter_, std::nullopt);
  }

  [[nodiscard]] bool has_newer() {
    const std::lock_guard lock(mutex_);
    return letter_.has_value();
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any arrived_;
  std::optional<Letter> letter_;
};

}  // namespace morgue::browse
