// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/chunk_pool.h"

#include <algorithm>
#include <utility>

namespace morgue::index {
namespace {

// Chunks are sent off with a few megabytes of text, or as soon as one article makes them larger.
constexpr std::size_t kGiantBytes = std::size_t{24} << 20U;

}  // namespace

ChunkPool::ChunkPool(unsigned jobs, std::function<Worker()> make_worker)
    : limit_(std::max(jobs, 1U)), make_worker_(std::move(make_worker)) {
  try {
    for (std::size_t i = 0; i < limit_; ++i) threads_.emplace_back([this] { run(); });
  } catch (...) {
    stop(true);
    throw;
  }
}

ChunkPool::~ChunkPool() {
  stop(true);
}

void ChunkPool::submit(Chunk chunk) {
  const bool giant = chunk.bytes > kGiantBytes;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    const bool idle = waiting_.empty() && working_ == 0;
    return failure_ || idle || (!giant && !giant_ && waiting_.size() < limit_);
  });
  if (failure_) std::rethrow_exception(failure_);
  giant_ = giant;
  waiting_.push_back(std::move(chunk));
  changed_.notify_all();
}

void ChunkPool::finish() {
  stop(false);
  if (failure_) std::rethrow_exception(failure_);
}

void ChunkPool::stop(bool abandon) {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    if (abandon) waiting_.clear();
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void ChunkPool::run() {
  try {
    Worker worker;
    for (;;) {
      Chunk chunk;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return failure_ || closed_ || !waiting_.empty(); });
        if (failure_ || waiting_.empty()) return;
        chunk = std::move(waiting_.front());
        waiting_.pop_front();
        ++working_;
      }
      changed_.notify_all();
      if (!worker) worker = make_worker_();
      worker(std::move(chunk));
      {
        const std::lock_guard lock(mutex_);
        --working_;
      }
      changed_.notify_all();
    }
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

}  // namespace morgue::index
