// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/article.h"

namespace morgue::index {

/// Neighbouring articles of a segment.
struct Chunk {
  struct Item {
    StoredArticle article;
    std::int64_t seq = 0;
  };
  std::size_t number = 0;         ///< its place among the chunks
  std::uint32_t first_docid = 1;  ///< of its first article
  std::size_t bytes = 0;          ///< of text, roughly
  std::vector<Item> items;
};

/// Threads that work on chunks. At most `jobs` chunks wait; submit() blocks while that many do, which bounds memory. A
/// chunk with a giant article is worked on alone, as it takes as much as all others together.
/// The first failure of a thread is thrown by the next submit() or by finish().
class ChunkPool {
 public:
  using Worker = std::function<void(Chunk)>;
  /// Each thread makes a worker of its own with its first chunk.
  ChunkPool(unsigned jobs, std::function<Worker()> make_worker);
  ~ChunkPool();
  ChunkPool(const ChunkPool&) = delete;
  ChunkPool& operator=(const ChunkPool&) = delete;

  void submit(Chunk chunk);
  /// Waits for everything.
  void finish();

 private:
  void run();
  void stop(bool abandon);

  std::size_t limit_;
  std::function<Worker()> make_worker_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> waiting_;
  std::size_t working_ = 0;  ///< threads with a chunk
  bool giant_ = false;       ///< the one chunk that waits or is worked on
  std::exception_ptr failure_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace morgue::index
