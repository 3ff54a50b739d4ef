// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/part_pool.h"

#include <algorithm>
#include <string>
#include <utility>

namespace morgue::index {

PartPool::PartPool(std::filesystem::path work, unsigned jobs) : work_(std::move(work)), limit_(std::max(jobs, 1U)) {
  try {
    for (std::size_t i = 0; i < limit_; ++i) threads_.emplace_back([this] { run(); });
  } catch (...) {
    stop(true);
    throw;
  }
}

PartPool::~PartPool() {
  stop(true);
}

void PartPool::submit(Chunk chunk) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return failure_ || waiting_.size() < limit_; });
  if (failure_) std::rethrow_exception(failure_);
  chunk.number = parts_++;
  waiting_.push_back(std::move(chunk));
  changed_.notify_all();
}

std::vector<std::filesystem::path> PartPool::finish() {
  stop(false);
  if (failure_) std::rethrow_exception(failure_);
  std::vector<std::filesystem::path> parts;
  for (std::size_t i = 0; i < parts_; ++i) parts.push_back(part_path(i));
  return parts;
}

void PartPool::stop(bool abandon) {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    if (abandon) waiting_.clear();
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void PartPool::run() {
  try {
    ArticleIndexer indexer;
    for (;;) {
      Chunk chunk;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return failure_ || closed_ || !waiting_.empty(); });
        if (failure_ || waiting_.empty()) return;
        chunk = std::move(waiting_.front());
        waiting_.pop_front();
      }
      changed_.notify_all();
      const auto path = part_path(chunk.number);
      write_part(path, std::move(chunk), indexer);
    }
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

std::filesystem::path PartPool::part_path(std::size_t number) const {
  return work_ / ("part-" + std::to_string(number));
}

}  // namespace morgue::index
