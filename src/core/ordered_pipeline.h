// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace morgue {

/// One thread reads items, several work on them, and the caller gets them in the order in which they were read, however
/// the threads take turns: what comes out does not depend on their number.
///
///   read (a thread) -> waiting items -> work (`jobs` threads, a few items at a time) -> next() (the caller), in order
///
/// Memory is bounded by the weight of all items between being read and the call of next() that follows the one that
/// returned them; one item is let in whatever its weight. With one job there are no threads: next() reads and works.
template <typename Item>
class OrderedPipeline {
 public:
  using Work = std::function<void(Item&)>;

  struct Steps {
    std::function<std::optional<Item>()> read;  ///< nothing at the end
    std::function<Work()> make_work;            ///< each working thread makes its own
    std::function<std::size_t(const Item&)> weight;
    /// Asked before each read, while so many items are between the ends; false: ask again when there are fewer. Empty:
    /// always.
    std::function<bool(std::size_t outstanding)> may_read;
  };

  OrderedPipeline(Steps steps, unsigned jobs, std::size_t bytes)
      : steps_(std::move(steps)), jobs_(std::max(jobs, 1U)), limit_(bytes) {}
  /// Waits for the threads, which give up what they have.
  ~OrderedPipeline() { stop(); }
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  /// Nothing at the end. Throws what read or work threw, once all items before that were returned; the pipeline has
  /// ended then.
  std::optional<Item> next() {
    if (jobs_ == 1) return next_alone();
    if (!started_) start();
    {
      std::unique_lock lock(mutex_);
      release(std::exchange(last_weight_, std::nullopt));
      if (at_ == current_.items.size() && !take_next(lock)) return std::nullopt;
    }
    Entry& entry = current_.items[at_++];
    last_weight_ = entry.weight;
    return std::move(entry.item);
  }

 private:
  struct Entry {
    Item item;
    std::size_t weight = 0;
  };
  /// Neighbouring items that one thread works on.
  struct Batch {
    std::vector<Entry> items;
    std::exception_ptr failure;  ///< behind these items
    bool done = false;
  };

  // Taken at once: enough to make the hand-over cheap, little enough to leave something for the others.
  static constexpr std::size_t kMostItems = 16;
  static constexpr std::size_t kMostBytes = 256 << 10;

  std::optional<Item> next_alone() {
    if (!work_) work_ = steps_.make_work();
    auto item = steps_.read();
    if (item) work_(*item);
    return item;
  }

  void start() {
    started_ = true;
    try {
      threads_.emplace_back([this] { run_reader(); });
      for (unsigned i = 0; i < jobs_; ++i) threads_.emplace_back([this] { run_worker(); });
    } catch (...) {
      stop();
      throw;
    }
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    room_.notify_all();
    work_there_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
  }

  /// The caller is done with an item.
  void release(std::optional<std::size_t> weight) {
    if (!weight) return;
    bytes_ -= *weight;
    --outstanding_;
    if (reader_waits_ && has_room()) room_.notify_one();
  }

  /// Waits for the batch that is next in order. False at the end.
  bool take_next(std::unique_lock<std::mutex>& lock) {
    for (;;) {
      if (current_.failure) std::rethrow_exception(current_.failure);
      front_done_.wait(lock, [this] { return order_.empty() ? ended_ && waiting_.empty() : order_.front()->done; });
      if (order_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        return false;
      }
      current_ = std::move(*order_.front());
      order_.pop_front();
      at_ = 0;
      if (!current_.items.empty()) return true;
    }
  }

  /// A reader that waits is woken when there is room for several items: waking takes longer than reading one.
  [[nodiscard]] bool has_room() const {
    const std::size_t limit = reader_waits_ ? limit_ - limit_ / 4 : limit_;
    return (outstanding_ == 0 || bytes_ < limit) && (!steps_.may_read || steps_.may_read(outstanding_));
  }

  void run_reader() {
    std::exception_ptr failure;
    try {
      read_all();
    } catch (...) {
      failure = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      if (failure) failure_ = failure;
      ended_ = true;
    }
    work_there_.notify_all();
    front_done_.notify_all();
  }

  void read_all() {
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        reader_waits_ = !stopped_ && !has_room();
        if (reader_waits_) room_.wait(lock, [this] { return stopped_ || has_room(); });
        reader_waits_ = false;
        if (stopped_) return;
      }
      auto item = steps_.read();
      if (!item) return;
      const std::size_t weight = steps_.weight(*item);
      const std::lock_guard lock(mutex_);
      if (stopped_) return;
      waiting_.push_back({std::move(*item), weight});
      bytes_ += weight;
      ++outstanding_;
      if (idle_ > 0) work_there_.notify_one();
    }
  }

  /// What fails outside the work on one batch is a lack of memory: the pipeline ends with what is done.
  void run_worker() {
    try {
      take_and_work();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      ended_ = true;
      stopped_ = true;
      waiting_.clear();
    }
    front_done_.notify_all();
    work_there_.notify_all();
    room_.notify_all();
  }

  void take_and_work() {
    Work work;
    std::unique_lock lock(mutex_);
    for (;;) {
      ++idle_;
      work_there_.wait(lock, [this] { return stopped_ || ended_ || !waiting_.empty(); });
      --idle_;
      if (stopped_ || waiting_.empty()) return;
      Batch& batch = take_waiting();
      lock.unlock();
      work_on(batch, work);
      lock.lock();
      batch.done = true;
      if (order_.front().get() == &batch) front_done_.notify_one();
    }
  }

  Batch& take_waiting() {
    auto made = std::make_unique<Batch>();
    const std::size_t share = std::clamp(waiting_.size() / (2 * jobs_), std::size_t{1}, kMostItems);
    made->items.reserve(share);  // what can fail comes first: everybody waits for a batch that is listed
    Batch& batch = *order_.emplace_back(std::move(made));
    std::size_t bytes = 0;
    while (!waiting_.empty() && batch.items.size() < share && bytes < kMostBytes) {
      bytes += waiting_.front().weight;
      batch.items.push_back(std::move(waiting_.front()));
      waiting_.pop_front();
    }
    return batch;
  }

  void work_on(Batch& batch, Work& work) {
    std::size_t done = 0;
    try {
      if (!work) work = steps_.make_work();
      for (; done < batch.items.size(); ++done) work(batch.items[done].item);
    } catch (...) {
      batch.failure = std::current_exception();
      batch.items.erase(batch.items.begin() + static_cast<std::ptrdiff_t>(done), batch.items.end());
    }
  }

  Steps steps_;
  unsigned jobs_;
  std::size_t limit_;

  // Of the caller alone.
  bool started_ = false;
  Work work_;  ///< with one job
  Batch current_;
  std::size_t at_ = 0;
  std::optional<std::size_t> last_weight_;

  std::mutex mutex_;  ///< of all below
  std::condition_variable room_;
  std::condition_variable work_there_;
  std::condition_variable front_done_;
  std::deque<Entry> waiting_;
  std::deque<std::unique_ptr<Batch>> order_;  ///< taken by workers, in the order of the items
  std::size_t bytes_ = 0;
  std::size_t outstanding_ = 0;
  std::size_t idle_ = 0;
  bool reader_waits_ = false;
  bool ended_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;  ///< of the reader
  std::vector<std::thread> threads_;
};

}  // namespace morgue
