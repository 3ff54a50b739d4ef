// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <mutex>
#include <vector>

#include "browse/answer.h"

namespace morgue::cli {

/// Answers from the threads of the browser, for a loop that sleeps in poll(2).
class AnswerQueue {
 public:
  AnswerQueue();
  ~AnswerQueue();
  AnswerQueue(const AnswerQueue&) = delete;
  AnswerQueue& operator=(const AnswerQueue&) = delete;

  /// From any thread.
  void put(browse::Answer answer);
  std::vector<browse::Answer> take();
  /// Readable when there are answers.
  [[nodiscard]] int descriptor() const { return ends_[0]; }

 private:
  std::mutex mutex_;
  std::vector<browse::Answer> answers_;
  std::array<int, 2> ends_{-1, -1};
};

}  // namespace morgue::cli
