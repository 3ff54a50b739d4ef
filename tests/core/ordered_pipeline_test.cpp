// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/ordered_pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace morgue {
namespace {

using Pipeline = OrderedPipeline<int>;
constexpr std::size_t kPlenty = 1 << 20;

/// 0, 1, ... below `count`.
std::function<std::optional<int>()> numbers(int count) {
  return [i = 0, count]() mutable { return i < count ? std::optional(i++) : std::nullopt; };
}

std::function<Pipeline::Work()> each(Pipeline::Work work) {
  return [work = std::move(work)] { return work; };
}

std::size_t one(const int& /*item*/) {
  return 1;
}

std::vector<int> all(Pipeline& pipeline) {
  std::vector<int> out;
  while (const auto item = pipeline.next()) out.push_back(*item);
  return out;
}

class OrderedPipelineTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(OrderedPipelineTest, KeepsTheOrderHoweverLongTheWorkTakes) {
  Pipeline pipeline({.read = numbers(2000),
                     .make_work = each([](int& item) {
                       if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(item % 300));
                       item *= 2;
                     }),
                     .weight = one,
                     .may_read = {}},
                    GetParam(), kPlenty);
  std::vector<int> expected(2000);
  for (int i = 0; i < 2000; ++i) expected[static_cast<std::size_t>(i)] = 2 * i;
  EXPECT_EQ(all(pipeline), expected);
  EXPECT_EQ(pipeline.next(), std::nullopt);
}

TEST_P(OrderedPipelineTest, NothingToRead) {
  Pipeline pipeline({.read = numbers(0), .make_work = each([](int&) {}), .weight = one, .may_read = {}}, GetParam(),
                    kPlenty);
  EXPECT_EQ(pipeline.next(), std::nullopt);
}

TEST_P(OrderedPipelineTest, AFailureComesBehindWhatWasBeforeIt) {
  const auto until_thrown = [](Pipeline& pipeline) {
    std::vector<int> out;
    try {
      while (const auto item = pipeline.next()) out.push_back(*item);
    } catch (const std::runtime_error&) {
      out.push_back(-1);
    }
    return out;
  };
  std::vector<int> expected(100);
  std::iota(expected.begin(), expected.end(), 0);
  expected.push_back(-1);
  Pipeline failing_work({.read = numbers(500),
                         .make_work = each([](int& item) {
                           if (item == 100) throw std::runtime_error("work");
                         }),
                         .weight = one,
                         .may_read = {}},
                        GetParam(), kPlenty);
  EXPECT_EQ(until_thrown(failing_work), expected);
  Pipeline failing_read({.read =
                             [i = 0]() mutable {
                               if (i == 100) throw std::runtime_error("read");
                               return std::optional(i++);
                             },
                         .make_work = each([](int&) {}),
                         .weight = one,
                         .may_read = {}},
                        GetParam(), kPlenty);
  EXPECT_EQ(until_thrown(failing_read), expected);
}

TEST_P(OrderedPipelineTest, HoldsNoMoreThanItsLimit) {
  constexpr std::size_t kLimit = 50;
  std::atomic<int> held = 0;
  std::atomic<int> most = 0;
  Pipeline pipeline({.read =
                         [&held, &most, next = numbers(1000)]() mutable {
                           const auto item = next();
                           if (item) most = std::max(most.load(), ++held);
                           return item;
                         },
                     .make_work = each([](int&) {}),
                     .weight = one,
                     .may_read = {}},
                    GetParam(), kLimit);
  while (pipeline.next()) {
    std::this_thread::sleep_for(std::chrono::microseconds(10));
    --held;
  }
  // The caller has put down an item a moment before the pipeline knows.
  EXPECT_LE(most, static_cast<int>(kLimit) + 1);
}

TEST_P(OrderedPipelineTest, AnItemAboveTheLimitPassesAlone) {
  Pipeline pipeline({.read = numbers(20),
                     .make_work = each([](int&) {}),
                     .weight = [](const int&) { return std::size_t{1000}; },
                     .may_read = {}},
                    GetParam(), 10);
  EXPECT_EQ(all(pipeline).size(), 20U);
}

TEST_P(OrderedPipelineTest, ReadsNoFurtherThanItMay) {
  constexpr int kWanted = 10;
  std::atomic<int> read = 0;
  std::atomic<std::size_t> done = 0;
  Pipeline pipeline({.read =
                         [&read]() mutable {
                           return std::optional(read++);
                         },
                     .make_work = each([](int&) {}),
                     .weight = one,
                     .may_read = [&](std::size_t outstanding) { return done + outstanding < kWanted; }},
                    GetParam(), kPlenty);
  for (int i = 0; i < kWanted; ++i) {
    EXPECT_EQ(pipeline.next(), i);
    ++done;
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(read, kWanted);
}

TEST_P(OrderedPipelineTest, IsLeftInTheMiddle) {
  Pipeline pipeline({.read = numbers(1'000'000), .make_work = each([](int&) {}), .weight = one, .may_read = {}},
                    GetParam(), 100);
  EXPECT_EQ(pipeline.next(), 0);
}

TEST_P(OrderedPipelineTest, GivesWhatIsThereWhileTheReaderWaits) {
  if (GetParam() == 1) GTEST_SKIP() << "reads in the calling thread";
  std::mutex mutex;
  std::condition_variable changed;
  bool go_on = false;
  Pipeline pipeline({.read =
                         [&, i = 0]() mutable -> std::optional<int> {
                           if (i == 3) {
                             std::unique_lock lock(mutex);
                             changed.wait(lock, [&] { return go_on; });
                             return std::nullopt;
                           }
                           return i++;
                         },
                     .make_work = each([](int&) {}),
                     .weight = one,
                     .may_read = {}},
                    GetParam(), kPlenty);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(pipeline.next(), i);
  {
    const std::lock_guard lock(mutex);
    go_on = true;
  }
  changed.notify_all();
  EXPECT_EQ(pipeline.next(), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedPipelineTest, ::testing::Values(1U, 2U, 8U),
                         [](const auto& jobs) { return "jobs" + std::to_string(jobs.param); });

}  // namespace
}  // namespace morgue
