// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/answer_queue.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/error.h"

namespace morgue::cli {

AnswerQueue::AnswerQueue() {
  if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0) throw system_error("pipe", errno);
}

AnswerQueue::~AnswerQueue() {
  for (const int end : ends_) ::close(end);
}

void AnswerQueue::put(browse::Answer answer) {
  const std::lock_guard lock(mutex_);
  answers_.push_back(std::move(answer));
  // A full pipe wakes as well as a fuller one.
  [[maybe_unused]] const auto written = ::write(ends_[1], "", 1);
}

std::vector<browse::Answer> AnswerQueue::take() {
  const std::lock_guard lock(mutex_);
  std::array<char, 256> bytes{};
  while (::read(ends_[0], bytes.data(), bytes.size()) > 0) {
  }
  return std::exchange(answers_, {});
}

}  // namespace morgue::cli
