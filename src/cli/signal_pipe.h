// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigaction is POSIX

#include <array>
#include <optional>

namespace morgue::cli {

/// While it lives, the signals that concern a program with a full screen wait in a pipe, so that they are acted upon
/// between two other things and never in the middle of one. One at a time.
class SignalPipe {
 public:
  SignalPipe();
  ~SignalPipe();
  SignalPipe(const SignalPipe&) = delete;
  SignalPipe& operator=(const SignalPipe&) = delete;

  /// Readable when a signal has come, for poll(2).
  [[nodiscard]] int descriptor() const { return ends_[0]; }
  /// The next signal that has come.
  std::optional<int> next();
  /// Stops the process as Ctrl-Z does, until it is continued.
  void stop_here();

 private:
  static constexpr std::array<int, 7> kSignals = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};

  std::array<int, 2> ends_{-1, -1};
  std::array<struct sigaction, kSignals.size()> saved_{};
};

}  // namespace morgue::cli
