// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <thread>

namespace morgue::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask for an orderly stop the first time and end the process the second
/// time (which is safe: see DESIGN section 5). A thread waits for them, so no handler runs inside other code.
/// Construct it before any other thread: threads inherit the blocked signals.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  [[nodiscard]] bool wanted() const { return wanted_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> wanted_{false};
  std::jthread waiter_;
};

}  // namespace morgue::cli
