// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <thread>

#include "browse/answer.h"
#include "browse/mailbox.h"
#include "browse/wanted.h"

namespace morgue::browse {

/// What answers the wishes of the screen, one at a time.
class Engine {
 public:
  virtual ~Engine() = default;
  /// Emits answers as they are found; may leave off when `superseded` says that nobody waits for the rest. Must be able
  /// to continue with the same question later. Throws Error.
  virtual void serve(const Wanted& wanted, const Emit& emit, const std::function<bool()>& superseded) = 0;
  /// Nothing was asked for a while.
  virtual void rest() = 0;
};

/// Runs an engine in a thread of its own and gives it the latest wish only. Whatever the engine throws becomes an
/// answer.
class Worker {
 public:
  /// Signals that the caller has blocked stay blocked in the thread.
  Worker(Engine& engine, Emit emit);
  void want(const Wanted& wanted) { mailbox_.put(wanted); }

 private:
  void run(const std::stop_token& stop);

  Engine& engine_;
  Emit emit_;
  LatestMailbox<Wanted> mailbox_;
  std::jthread thread_;
};

}  // namespace morgue::browse
