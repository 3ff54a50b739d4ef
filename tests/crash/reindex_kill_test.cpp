// SPDX-License-Identifier: GPL-2.0-or-later
// Kills `morgue reindex` at random moments while its collections grow: in the end the archive must be that of
// undisturbed runs, and nothing may be left over.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/tally.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kRounds = 12;
constexpr int kSteps = 4;
constexpr int kPerStep = 900;

std::string record(std::mt19937& random, int number) {
  static const std::vector<std::string> words = {"harbour", "ferry", "council", "strike", "grain", "storm",
                                                 "market",  "union", "quay",    "fog",    "tram",  "budget"};
  std::string body;
  for (auto w = 30 + random() % 120; w > 0; --w) body += words[random() % words.size()] + " ";
  const int key = number % 9 == 0 ? static_cast<int>(random() % static_cast<unsigned>(number + 1)) : number;
  return R"({"id":"k)" + std::to_string(key) + R"(","title":"Story )" + std::to_string(key) + R"(","text":")" + body +
         R"(","date":")" + std::to_string(1990 + key % 30) + "-05-0" + std::to_string(1 + key % 9) + "\"}\n";
}

class ReindexKillTest : public ::testing::Test {
 protected:
  /// The dumps of one round: the same for all with this seed.
  void prepare(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "in");
    random_.seed(11);
  }
  /// What has come since the step before: a tail, a new file, another feed.
  void grow(const std::filesystem::path& folder, int step) {
    std::ofstream tail(folder / "grow.jsonl", std::ios::binary | std::ios::app);
    std::ofstream fresh(folder / "in" / (std::to_string(step) + ".jsonl"), std::ios::binary);
    std::ofstream feed(folder / "feed.json", std::ios::binary);
    feed << "[";
    for (int i = 0; i < kPerStep; ++i) {
      tail << record(random_, step * kPerStep + i);
      fresh << record(random_, step * kPerStep + i / 2 + 50'000);
      if (i % 199 == 0) fresh << "{\"cut\": \n";
      if (i % 9 == 0) feed << (i == 0 ? "" : ",") << record(random_, i + 90'000);
    }
    feed << "]";
  }

  std::vector<std::string> morgue(const std::filesystem::path& folder, std::vector<std::string> arguments) const {
    std::vector<std::string> all = {MORGUE_BINARY, "--archive", (folder / "archive").string(), "-q"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }
  std::string output(const std::filesystem::path& folder, const std::vector<std::string>& arguments) const {
    return run(morgue(folder, arguments), dir_.path()).out;
  }

  void collect(const std::filesystem::path& folder) const {
    for (const auto& [name, path] : {std::pair{"feed", "feed.json"}, {"folder", "in"}, {"tail", "grow.jsonl"}}) {
      ASSERT_EQ(run(morgue(folder, {"collection", "add", name, (folder / path).string()}), dir_.path()).exit_code, 0);
    }
  }

  /// All that a user can see, without the paths.
  std::string contents(const std::filesystem::path& folder) const {
    std::string all;
    for (const char* query : {"*", "collection:tail", "collection:folder -collection:tail", "is:revised", "fog quay"}) {
      all += std::string(query) + ":\n" +
             output(folder, {"search", query, "--sort", "oldest", "-n", "1000000", "-o", "jsonl", "--fields",
                             "id,key,headline,revision,cluster,record,body"});
    }
    all += output(folder, {"rejects", "--all", "--by", "reason"});
    return all;
  }

  static std::size_t folders(const std::filesystem::path& index) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(index)) count += entry.is_directory() ? 1 : 0;
    return count;
  }

  TempDir dir_;
  std::mt19937 random_;
};

TEST_F(ReindexKillTest, EndsInTheSameArchiveAsUndisturbedRuns) {
  const auto calm = dir_.path() / "calm";
  prepare(calm);
  grow(calm, 0);
  collect(calm);
  double longest = 0;
  for (int step = 0; step < kSteps; ++step) {
    if (step > 0) grow(calm, step);
    const auto started = std::chrono::steady_clock::now();
    const auto end = run(morgue(calm, {"reindex"}), dir_.path());
    ASSERT_EQ(end.exit_code, 3) << end.err;
    longest = std::max(longest, Milliseconds(std::chrono::steady_clock::now() - started).count());
  }
  const std::string expected = contents(calm);
  ASSERT_GT(expected.size(), 100'000U);

  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> moment(0, longest);
  int killed = 0;
  Tally tally("kills of reindex", "rounds");
  const int rounds = kill_rounds(kRounds);
  for (int round = 0; round < rounds; ++round) {
    tally.add();
    const auto folder = dir_.path() / ("round" + std::to_string(round));
    prepare(folder);
    grow(folder, 0);
    collect(folder);
    for (int step = 0; step < kSteps; ++step) {
      if (step > 0) grow(folder, step);
      for (int attempt = 0; attempt < 2; ++attempt) {
        const bool full = step == 2 && attempt == 1;
        Process process(
            morgue(folder, full ? std::vector<std::string>{"reindex", "--full"} : std::vector<std::string>{"reindex"}),
            dir_.path());
        std::this_thread::sleep_for(Milliseconds(moment(random)));
        process.kill(SIGKILL);
        if (process.wait().exit_code == 128 + SIGKILL) ++killed;
      }
      const auto end = run(morgue(folder, {"reindex"}), dir_.path());
      ASSERT_TRUE(end.exit_code == 0 || end.exit_code == 3) << end.err;
    }
    ASSERT_TRUE(contents(folder) == expected) << "round " << round;
    const auto status = run(morgue(folder, {"status", "-o", "json"}), dir_.path());
    EXPECT_EQ(status.exit_code, 0) << status.out;
    const auto live = std::stoul(status.out.substr(status.out.find("\"segments\":") + 11));
    EXPECT_EQ(folders(folder / "archive" / "index"), live) << "debris";
    std::filesystem::remove_all(folder);
  }
  EXPECT_GT(killed, rounds) << "hardly any run was really killed: the moments are wrong";
}

}  // namespace
}  // namespace morgue::test
