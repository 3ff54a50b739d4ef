// SPDX-License-Identifier: GPL-2.0-or-later
// Kills `morgue ingest` at random moments and runs it again: the archive must be the one of an undisturbed run.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <regex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/tally.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kRounds = 20;
constexpr int kArticles = 4000;

/// A dump with fresh articles, repeats, revisions, near-duplicates, keyless articles and bad records.
std::string make_dump(unsigned seed) {
  std::mt19937 random(seed);
  const std::vector<std::string> words = {"harbour",  "ferry", "council", "strike", "grain", "storm",
                                          "market",   "école", "größe",   "union",  "quay",  "fog",
                                          "minister", "tram",  "budget",  "film"};
  std::string dump;
  std::string last_body;
  for (int i = 0; i < kArticles; ++i) {
    if (i % 397 == 0) {
      dump += "{\"id\": \"cut off\n";
      continue;
    }
    const int key = i % 11 == 0 ? static_cast<int>(random() % static_cast<unsigned>(i + 1)) : i;
    std::string body;
    const auto length = 40 + random() % 200;
    for (unsigned w = 0; w < length; ++w) body += words[random() % words.size()] + (w % 23 == 22 ? ".\\n\\n" : " ");
    if (i % 13 == 0) body = last_body + "The fog lifted.";
    last_body = body;
    dump += R"({"title":"Story )" + std::to_string(key) + R"(","text":")" + body + R"(","date":")" +
            std::to_string(1990 + key % 30) + R"(-05-0)" + std::to_string(1 + key % 9) + "\"";
    if (i % 7 != 0) dump += R"(,"id":"k)" + std::to_string(key) + "\"";
    dump += R"(,"author":"Reporter )" + std::string(1, static_cast<char>('A' + key % 26)) + "mir\"}\n";
  }
  return dump;
}

class KillTest : public ::testing::Test {
 protected:
  KillTest() : dump_(dir_.write("dump.jsonl", make_dump(7)).string()) {}

  std::vector<std::string> ingest(const std::string& archive) const {
    return {MORGUE_BINARY, "--archive", (dir_.path() / archive).string(), "-q", "ingest", dump_};
  }

  /// Everything a user can see of an archive, in a fixed order.
  std::string contents(const std::string& archive) const {
    std::string all;
    const std::string where = (dir_.path() / archive).string();
    all += run({MORGUE_BINARY, "--archive", where, "search", "*", "--sort", "oldest", "-n", "1000000", "-o", "jsonl",
                "--body", "--no-snippets"},
               dir_.path())
               .out;
    for (const char* query :
         {"harbour", "\"storm market\"", "author:bmir", "date:1999", "strike -fog", "größe OR école"}) {
      const auto found =
          run({MORGUE_BINARY, "--archive", where, "search", query, "-n", "20", "-o", "ids"}, dir_.path());
      all += std::string(query) + ": " + found.out + found.err;
    }
    for (const char* id : {"1", "12", "23", "300"}) {
      all += run({MORGUE_BINARY, "--archive", where, "show", id, "--revisions", "-o", "json"}, dir_.path()).out;
    }
    // Which run stored a text, and when, depends on when the others were killed.
    static const std::regex kWhen(R"("run":[0-9]+,"recorded":"[^"]*")");
    return std::regex_replace(all, kWhen, "");
  }

  TempDir dir_;
  std::string dump_;
};

TEST_F(KillTest, EndsInTheSameArchiveAsAnUndisturbedRun) {
  const auto started = std::chrono::steady_clock::now();
  ASSERT_EQ(run(ingest("undisturbed"), dir_.path()).exit_code, 3);
  const Milliseconds full = std::chrono::steady_clock::now() - started;
  const std::string expected = contents("undisturbed");
  ASSERT_GT(expected.size(), 100000U);
  ASSERT_NE(expected.find(R"("cluster":1)"), std::string::npos) << "no families: nothing is shown about them";

  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> moment(0, full.count());
  int killed = 0;
  Tally tally("kills of ingest", "rounds");
  const int rounds = kill_rounds(kRounds);
  for (int round = 0; round < rounds; ++round) {
    tally.add();
    const std::string archive = "round" + std::to_string(round);
    Finished end;
    for (int attempt = 0; attempt < 3; ++attempt) {
      Process process(ingest(archive), dir_.path());
      std::this_thread::sleep_for(Milliseconds(moment(random)));
      process.kill(SIGKILL);
      end = process.wait();
      if (end.exit_code == 128 + SIGKILL) ++killed;
    }
    end = run(ingest(archive), dir_.path());
    ASSERT_EQ(end.exit_code, 3) << end.err;
    // Not ASSERT_EQ: what it shows of large texts takes all memory to work out.
    const std::string found = contents(archive);
    const auto [at, other] = std::ranges::mismatch(found, expected);
    ASSERT_TRUE(found == expected) << "round " << round << ": " << std::string(at, found.end()).substr(0, 300)
                                   << "\nexpected: " << std::string(other, expected.end()).substr(0, 300);
    std::filesystem::remove_all(dir_.path() / archive);
  }
  EXPECT_GT(killed, rounds / 2) << "hardly any run was really killed: the moments are wrong";
}

TEST_F(KillTest, SecondIngestAddsNothing) {
  ASSERT_EQ(run(ingest("twice"), dir_.path()).exit_code, 3);
  const std::string before = contents("twice");
  const auto again = run(
      {MORGUE_BINARY, "--archive", (dir_.path() / "twice").string(), "-q", "ingest", "-o", "json", dump_}, dir_.path());
  EXPECT_EQ(again.exit_code, 3);
  EXPECT_NE(again.out.find(R"("added":0,"revised":0,)"), std::string::npos) << again.out;
  EXPECT_TRUE(contents("twice") == before);
}

TEST_F(KillTest, SecondWriterIsTurnedAwayAndReadersAreNot) {
  ASSERT_EQ(run(ingest("shared"), dir_.path()).exit_code, 3);
  const std::string where = (dir_.path() / "shared").string();
  const auto second = dir_.path() / "second";
  std::filesystem::create_directories(second);
  // A writer that waits for its input holds the lock for as long as we like.
  const auto fifo = dir_.path() / "fifo";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  Process writer(
      {"bash", "-c", "exec " + std::string(MORGUE_BINARY) + " --archive " + where + " ingest - < " + fifo.string()},
      second);
  const int feed = open(fifo.c_str(), O_WRONLY);
  const auto lock = dir_.path() / "shared" / "lock";
  for (int i = 0; i < 200 && read_file(lock).find("ingest -") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  const Finished refused = run(ingest("shared"), dir_.path());
  EXPECT_EQ(refused.exit_code, 75);
  EXPECT_NE(refused.err.find("ingest -"), std::string::npos) << refused.err;
  EXPECT_EQ(run({MORGUE_BINARY, "--archive", where, "count", "harbour"}, dir_.path()).exit_code, 0);
  close(feed);
  EXPECT_EQ(writer.wait().exit_code, 2);
}

}  // namespace
}  // namespace morgue::test
