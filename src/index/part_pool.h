// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "index/part_writer.h"

namespace morgue::index {

/// Threads that turn chunks into parts. At most `jobs` chunks wait; submit() blocks while that many do, which bounds
/// memory. The first failure of a thread is thrown by the next submit() or by finish().
class PartPool {
 public:
  PartPool(std::filesystem::path work, unsigned jobs);
  ~PartPool();
  PartPool(const PartPool&) = delete;
  PartPool& operator=(const PartPool&) = delete;

  void submit(Chunk chunk);
  /// Waits for everything; the parts, in order of their numbers.
  std::vector<std::filesystem::path> finish();

 private:
  void run();
  void stop(bool abandon);
  [[nodiscard]] std::filesystem::path part_path(std::size_t number) const;

  std::filesystem::path work_;
  std::size_t limit_;
  std::size_t parts_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> waiting_;
  std::exception_ptr failure_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace morgue::index
