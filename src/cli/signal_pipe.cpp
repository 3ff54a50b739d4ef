// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/signal_pipe.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "core/error.h"

namespace morgue::cli {
namespace {

std::atomic<int> g_pipe{-1};

void note_signal(int number) {
  const int saved = errno;
  const auto byte = static_cast<unsigned char>(number);
  // A full pipe has enough of them.
  [[maybe_unused]] const auto written = ::write(g_pipe.load(), &byte, 1);
  errno = saved;
}

struct sigaction noting() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  return action;
}

}  // namespace

SignalPipe::SignalPipe() {
  if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0) throw system_error("pipe", errno);
  g_pipe = ends_[1];
  const struct sigaction action = noting();
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &action, &saved_[i]);
}

SignalPipe::~SignalPipe() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &saved_[i], nullptr);
  g_pipe = -1;
  for (const int end : ends_) ::close(end);
}

std::optional<int> SignalPipe::next() {
  unsigned char byte = 0;
  if (::read(ends_[0], &byte, 1) != 1) return std::nullopt;
  return byte;
}

void SignalPipe::stop_here() {
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  struct sigaction ours {};
  ::sigaction(SIGTSTP, &usual, &ours);
  ::raise(SIGTSTP);
  ::sigaction(SIGTSTP, &ours, nullptr);
}

}  // namespace morgue::cli
