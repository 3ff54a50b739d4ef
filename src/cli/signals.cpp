// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/signals.h"

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigwaitinfo is POSIX
#include <unistd.h>

#include "cli/exit_code.h"

namespace morgue::cli {
namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  return set;
}

}  // namespace

StopOnSignal::StopOnSignal() {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ = std::jthread([this, set](const std::stop_token& done) {
    while (!done.stop_requested()) {
      if (sigwaitinfo(&set, nullptr) < 0 || done.stop_requested()) continue;
      if (wanted_.exchange(true)) _exit(kInterrupted);
    }
  });
}

StopOnSignal::~StopOnSignal() {
  waiter_.request_stop();
  // Sent to this thread alone, to wake it: nobody waits for the end of a pause.
  pthread_kill(waiter_.native_handle(), SIGTERM);
  waiter_.join();
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace morgue::cli
