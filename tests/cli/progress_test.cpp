// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

namespace morgue::cli {
namespace {

using namespace std::chrono_literals;

/// A Progress that writes to a pipe, at times the test sets.
class Bench {
 public:
  explicit Bench(ProgressMode mode, std::size_t columns = 80) {
    EXPECT_EQ(pipe2(ends_.data(), O_NONBLOCK), 0);
    progress_.emplace(mode, ends_[1], columns, [this] { return now_; });
  }
  ~Bench() {
    progress_.reset();
    close(ends_[0]);
    close(ends_[1]);
  }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  Progress& operator*() { return *progress_; }
  Progress* operator->() { return &*progress_; }
  void sleep(std::chrono::milliseconds time) { now_ += time; }
  void end() { progress_.reset(); }
  /// What was written since the last call.
  std::string written() const {
    std::array<char, 4096> buffer{};
    const ssize_t length = read(ends_[0], buffer.data(), buffer.size());
    return length <= 0 ? "" : std::string(buffer.data(), static_cast<std::size_t>(length));
  }

 private:
  std::array<int, 2> ends_{};
  std::chrono::steady_clock::time_point now_{1h};
  std::optional<Progress> progress_;
};

TEST(ProgressMode, FollowsTheOptionTheTerminalAndQuiet) {
  EXPECT_EQ(progress_mode("auto", false, true), ProgressMode::Line);
  EXPECT_EQ(progress_mode("auto", false, false), ProgressMode::Off);
  EXPECT_EQ(progress_mode("auto", true, true), ProgressMode::Off);
  EXPECT_EQ(progress_mode("always", false, false), ProgressMode::Plain);
  EXPECT_EQ(progress_mode("always", true, true), ProgressMode::Line);
  EXPECT_EQ(progress_mode("never", false, true), ProgressMode::Off);
}

TEST(Progress, SaysHowFarHowFastAndHowLong) {
  Bench bench(ProgressMode::Line);
  bench->reading(0, 0, 0, 100'000'000);
  EXPECT_EQ(bench.written(), "\r0 records · 0.0 of 100.0 MB");
  bench.sleep(2s);
  bench->reading(12345, 3, 25'000'000, 100'000'000);
  EXPECT_EQ(bench.written(), "\r12345 records · 25.0 of 100.0 MB · 12.5 MB/s · 3 rejected · 0:06 left");
  bench.sleep(1h);
  bench->reading(1, 0, 100'000'000, 100'000'000);
  const std::string full = "1 record · 100.0 of 100.0 MB · 0.0 MB/s";
  EXPECT_EQ(bench.written(), "\r" + full + std::string(30, ' ')) << "blanks over the rest of the longer line";
}

TEST(Progress, KnowsNoEndOfStandardInput) {
  Bench bench(ProgressMode::Line);
  bench->reading(1, 0, 1'000'000, std::nullopt);
  bench.sleep(1s);
  EXPECT_EQ(bench.written(), "\r1 record · 1.0 MB");
  bench->reading(2, 0, 3'000'000, std::nullopt);
  EXPECT_EQ(bench.written(), "\r2 records · 3.0 MB · 2.0 MB/s");
}

TEST(Progress, WritesTenTimesASecondAtMost) {
  Bench bench(ProgressMode::Line);
  int lines = 0;
  for (int ms = 0; ms < 1000; ++ms) {
    bench->reading(ms, 0, 0, std::nullopt);
    lines += bench.written().empty() ? 0 : 1;
    bench.sleep(1ms);
  }
  EXPECT_EQ(lines, 10);
}

TEST(Progress, WritesWholeLinesToALogOnceASecond) {
  Bench bench(ProgressMode::Plain);
  for (int i = 0; i < 30; ++i) {
    bench->reading(i, 0, 0, std::nullopt);
    bench.sleep(100ms);
  }
  bench->clear();
  bench.end();
  EXPECT_EQ(bench.written(),
            "0 records · 0.0 MB\n"
            "10 records · 0.0 MB\n"
            "20 records · 0.0 MB\n");
}

TEST(Progress, ShowsANewStageAtOnceAtItsOwnRate) {
  Bench bench(ProgressMode::Line);
  bench->reading(5, 0, 5, std::nullopt);
  bench.written();
  bench->indexing(1000, 3000);
  EXPECT_EQ(bench.written(), "\rindexing 1000 of 3000 articles");
  bench.sleep(1s);
  bench->indexing(2000, 3000);
  EXPECT_EQ(bench.written(), "\rindexing 2000 of 3000 articles · 1000 a second · 0:01 left");
}

TEST(Progress, ClearsItsLineAndDrawsItAgain) {
  Bench bench(ProgressMode::Line);
  bench->clear();
  EXPECT_EQ(bench.written(), "") << "nothing to clear";
  bench->reading(1, 0, 0, std::nullopt);
  bench.written();
  bench->clear();
  EXPECT_EQ(bench.written(), "\r" + std::string(17, ' ') + "\r");
  bench->reading(1, 0, 0, std::nullopt);
  EXPECT_EQ(bench.written(), "\r1 record · 0.0 MB");
  bench.end();
  EXPECT_EQ(bench.written(), "\r" + std::string(17, ' ') + "\r");
}

TEST(Progress, FitsANarrowTerminal) {
  Bench bench(ProgressMode::Line, 10);
  bench->reading(12345, 0, 0, std::nullopt);
  EXPECT_EQ(bench.written(), "\r12345 rec");
}

TEST(Progress, OffIsSilent) {
  Bench bench(ProgressMode::Off);
  bench->reading(1, 1, 1, 1);
  bench->indexing(1, 1);
  bench.end();
  EXPECT_EQ(bench.written(), "");
}

}  // namespace
}  // namespace morgue::cli
