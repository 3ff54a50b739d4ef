// SPDX-License-Identifier: GPL-2.0-or-later
// Many searches, while articles come in, the index is built again, copies are made and articles are withdrawn: no
// search may fail, find an article twice, miss one that was there before it began and stayed, or show one that was
// withdrawn before it began.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kBase = 400;
constexpr int kLocked = 75;

bool is_long() {
  return std::getenv("MORGUE_LONG") != nullptr;  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
}

std::string records(int first, int count, const std::string& word) {
  std::string out;
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(i);
    out += R"({"id":"k)" + number + R"(","title":"Story )" + number +
           R"(","text":"The harbour council met about the )" + word + " and the ferry to quay " + number +
           R"(.","date":"2001-0)" + std::to_string(1 + i % 9) + "-11\"}\n";
  }
  return out;
}

class ConcurrencyTest : public ::testing::Test {
 protected:
  Finished morgue(const std::vector<std::string>& arguments, const std::string& who) const {
    return morgue_on("archive", arguments, who);
  }
  Finished morgue_on(const std::string& archive, const std::vector<std::string>& arguments,
                     const std::string& who) const {
    std::vector<std::string> all = {MORGUE_BINARY, "--archive", (dir_.path() / archive).string(), "-q"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const fs::path scratch = dir_.path() / who;
    fs::create_directories(scratch);
    return run(all, scratch);
  }

  void complain(const std::string& what) {
    const std::lock_guard guard(mutex_);
    if (wrong_.size() < 10) wrong_.push_back(what);
    ++failures_;
  }
  void require_success(const Finished& end, const std::string& what) {
    if (end.exit_code != 0) complain(what + " ended with " + std::to_string(end.exit_code) + ": " + end.err);
  }

  std::set<int> withdrawn() {
    const std::lock_guard guard(mutex_);
    return withdrawn_;
  }

  std::set<int> ids(const std::string& out, const std::string& who) {
    std::set<int> found;
    std::istringstream lines(out);
    for (int id = 0; lines >> id;) {
      if (!found.insert(id).second) complain(who + " found article " + std::to_string(id) + " twice");
    }
    return found;
  }

  void search(const std::string& who) {
    const std::set<int> before = withdrawn();
    const Finished end = morgue({"search", "harbour ferry", "--sort", "newest", "-n", "100000", "-o", "ids"}, who);
    require_success(end, "search");
    if (end.exit_code != 0) return;
    const std::set<int> found = ids(end.out, who);
    std::set<int> gone = leaving();
    for (const int id : before) {
      if (found.contains(id)) complain(who + " found article " + std::to_string(id) + ", which was withdrawn");
    }
    for (int id = 1; id <= kBase; ++id) {
      if (!found.contains(id) && !gone.contains(id)) complain(who + " missed article " + std::to_string(id));
    }
    ++searches_;
  }

  /// Withdrawn, or about to be.
  std::set<int> leaving() {
    const std::lock_guard guard(mutex_);
    return leaving_;
  }

  void withdraw(int id) {
    {
      const std::lock_guard guard(mutex_);
      leaving_.insert(id);
    }
    require_success(
        morgue({"takedown", std::to_string(id), "--yes", "--wait", "60", "--reason", "asked to"}, "takedown"),
        "takedown");
    const std::lock_guard guard(mutex_);
    withdrawn_.insert(id);
  }

  /// Comes again until nobody else writes.
  void ingest(int round) {
    const auto dump = dir_.write("in/" + std::to_string(round) + ".jsonl",
                                 records(kBase + round * 20, 20, "budget") + records(round * 7 % 300, 3, "grain"));
    for (;;) {
      const Finished end = morgue({"ingest", dump.string()}, "ingest");
      if (end.exit_code != kLocked) return require_success(end, "ingest");
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  void back_up(int round) {
    const std::string copy = "copies/" + std::to_string(round % 2);
    require_success(morgue({"backup", (dir_.path() / copy).string()}, "backup"), "backup");
    const Finished verified = morgue_on(copy, {"verify"}, "backup");
    require_success(verified, "verify of a backup");
  }

  TempDir dir_;
  std::mutex mutex_;
  std::set<int> withdrawn_;
  std::set<int> leaving_;
  std::vector<std::string> wrong_;
  std::atomic<int> failures_ = 0;
  std::atomic<int> searches_ = 0;
};

TEST_F(ConcurrencyTest, NoSearchIsDisturbed) {
  const auto base = dir_.write("in/base.jsonl", records(0, kBase, "strike"));
  ASSERT_EQ(morgue({"ingest", base.string()}, "first").exit_code, 0);
  ASSERT_EQ(morgue({"collection", "add", "all", (dir_.path() / "in").string()}, "first").exit_code, 0);

  const auto end = Clock::now() + std::chrono::seconds(is_long() ? 300 : 5);
  const auto again = [&](const std::function<void(int)>& work) {
    for (int round = 0; Clock::now() < end; ++round) work(round);
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < (is_long() ? 64 : 16); ++i) {
      threads.emplace_back([&, i] { again([&](int) { search("search" + std::to_string(i)); }); });
    }
    threads.emplace_back([&] { again([&](int round) { ingest(round); }); });
    threads.emplace_back([&] {
      again([&](int round) {
        std::vector<std::string> command = {"reindex", "--wait", "60"};
        if (round % 3 == 2) command.emplace_back("--full");
        require_success(morgue(command, "reindex"), "reindex");
      });
    });
    threads.emplace_back([&] { again([&](int round) { back_up(round); }); });
    threads.emplace_back([&] {
      again([&](int round) {
        if (round < kBase / 2) withdraw(2 * round + 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
      });
    });
  }
  ASSERT_EQ(morgue({"reindex"}, "last").exit_code, 0);
  search("last");
  const Finished verified = morgue({"verify"}, "last");
  EXPECT_EQ(verified.exit_code, 0) << verified.out;
  std::printf("tally: searches among writers: %d searches, %d failures\n", searches_.load(), failures_.load());
  EXPECT_GT(searches_, 30);
  EXPECT_GT(withdrawn().size(), 1U);
  for (const std::string& what : wrong_) ADD_FAILURE() << what;
}

}  // namespace
}  // namespace morgue::test
