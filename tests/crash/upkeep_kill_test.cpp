// SPDX-License-Identifier: GPL-2.0-or-later
// Kills what works on a whole archive (reindex --full, merges, compact, takedown --purge, backup) at random moments and
// runs it again: the archive, and the backup, must be those of an undisturbed run, and nothing may be left over.
// MORGUE_KILL_ROUNDS asks for more rounds than CI has time for.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/tally.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kRounds = 20;
constexpr int kArticles = 1500;
constexpr const char* kSecret = "Anselm Quintrell of Quay Street was seen at the northern mole";

std::string record(std::mt19937& random, int key) {
  static const std::vector<std::string> words = {"harbour", "ferry", "council", "strike", "grain", "storm",
                                                 "market",  "union", "quay",    "fog",    "tram",  "budget"};
  std::string body;
  for (auto w = 40 + random() % 80; w > 0; --w) body += words[random() % words.size()] + " ";
  if (key % 300 == 7) body += kSecret;
  return R"({"id":"k)" + std::to_string(key) + R"(","title":"Story )" + std::to_string(key) + R"(","text":")" + body +
         R"(","date":")" + std::to_string(1990 + key % 30) + "-05-0" + std::to_string(1 + key % 9) + "\"}\n";
}

/// A command to kill, and what it does to an archive and a backup.
struct Work {
  std::string name;
  std::vector<std::string> arguments;
  std::set<int> ends = {0};  ///< exit codes of the run after the kill
};

class UpkeepKillTest : public ::testing::Test {
 protected:
  UpkeepKillTest() {
    std::mt19937 random(5);
    std::string one;
    std::string two;
    std::string three;
    for (int i = 0; i < kArticles; ++i) one += record(random, i);
    for (int i = 0; i < 200; ++i) two += record(random, i * 3);
    for (int i = 0; i < 400; ++i) three += record(random, kArticles + i);
    dir_.write("one.jsonl", one);
    dir_.write("two.jsonl", two);
    dir_.write("three.jsonl", three);
  }

  [[nodiscard]] std::vector<std::string> morgue(const fs::path& archive, std::vector<std::string> arguments) const {
    std::vector<std::string> all = {MORGUE_BINARY, "--archive", archive.string(), "-q"};
    for (std::string& argument : arguments) {
      if (argument.ends_with(".jsonl")) argument = (dir_.path() / argument).string();
      if (argument == "BACKUP") argument = (archive.parent_path() / "backup").string();
      all.push_back(std::move(argument));
    }
    return all;
  }
  Finished morgue_run(const fs::path& archive, const std::vector<std::string>& arguments) const {
    return run(morgue(archive, arguments), dir_.path());
  }

  /// All that a user can see, without what tells the time.
  [[nodiscard]] std::string contents(const fs::path& archive) const {
    std::string all;
    for (const char* query : {"*", "is:revised", "fog quay", "quintrell"}) {
      all += std::string(query) + ":\n" +
             morgue_run(archive, {"search", query, "--sort", "oldest", "-n", "1000000", "-o", "jsonl", "--fields",
                                  "id,key,headline,revision,cluster,body"})
                 .out;
    }
    return all + morgue_run(archive, {"show", "2", "--revisions", "-o", "json"}).out;
  }

  /// Names of all files but those that come and go with readers, segments by any number.
  static std::set<std::string> names(const fs::path& folder) {
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      std::string name = fs::relative(entry.path(), folder).string();
      if (name.ends_with("-wal") || name.ends_with("-shm")) continue;
      if (const auto at = name.find("seg-"); at != std::string::npos) name.replace(at, 10, "seg");
      found.insert(std::move(name));
    }
    return found;
  }
  static std::string files_with_secret(const fs::path& folder) {
    std::string found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = read_file(entry.path());
      if (bytes.find("Quintrell of Quay") != std::string::npos) found += entry.path().string() + " ";
    }
    return found;
  }

  void make_archive(const fs::path& archive) const {
    for (const char* dump : {"one.jsonl", "two.jsonl"}) {
      ASSERT_EQ(morgue_run(archive, {"ingest", dump}).exit_code, 0);
    }
  }

  TempDir dir_;
};

TEST_F(UpkeepKillTest, EndsAsIfNothingHadHappened) {
  const int rounds = kill_rounds(kRounds);
  const auto base = dir_.path() / "base";
  make_archive(base / "archive");
  ASSERT_EQ(morgue_run(base / "archive", {"backup", "BACKUP"}).exit_code, 0);

  const std::vector<Work> works = {
      {"full", {"reindex", "--full"}},
      {"merge", {"ingest", "three.jsonl"}},
      {"compact", {"compact"}},
      // Killed at its very end, it is done: then the articles are gone already.
      {"purge", {"takedown", "8", "308", "608", "908", "1208", "--purge", "--reason", "a letter"}, {0, 2}},
      {"backup", {"backup", "BACKUP"}},
  };
  struct Calm {
    double milliseconds = 0;
    std::string archive;
    std::string backup;
    std::set<std::string> names;
  };
  std::vector<Calm> calm(works.size());
  for (std::size_t i = 0; i < works.size(); ++i) {
    const auto folder = dir_.path() / ("calm-" + works[i].name);
    fs::copy(base, folder, fs::copy_options::recursive);
    // Something new for the backup to copy.
    if (works[i].name == "backup") {
      ASSERT_EQ(morgue_run(folder / "archive", {"ingest", "three.jsonl"}).exit_code, 0);
    }
    const auto started = std::chrono::steady_clock::now();
    ASSERT_EQ(morgue_run(folder / "archive", works[i].arguments).exit_code, 0) << works[i].name;
    calm[i].milliseconds = Milliseconds(std::chrono::steady_clock::now() - started).count();
    calm[i].archive = contents(folder / "archive");
    calm[i].backup = contents(folder / "backup");
    calm[i].names = names(folder);
    ASSERT_GT(calm[i].archive.size(), 100'000U);
  }

  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  int killed = 0;
  Tally tally("kills of upkeep", "rounds");
  for (int round = 0; round < rounds; ++round) {
    tally.add();
    const std::size_t number = static_cast<std::size_t>(round) % works.size();
    const Work& work = works[number];
    SCOPED_TRACE("round " + std::to_string(round) + ", " + work.name);
    const auto folder = dir_.path() / "round";
    fs::copy(base, folder, fs::copy_options::recursive);
    const auto archive = folder / "archive";
    if (work.name == "backup") {
      ASSERT_EQ(morgue_run(archive, {"ingest", "three.jsonl"}).exit_code, 0);
    }
    std::uniform_real_distribution<double> moment(0, calm[number].milliseconds);
    for (int attempt = 0; attempt < 2; ++attempt) {
      Process process(morgue(archive, work.arguments), dir_.path());
      std::this_thread::sleep_for(Milliseconds(moment(random)));
      process.kill(SIGKILL);
      if (process.wait().exit_code == 128 + SIGKILL) ++killed;
      // Readers are not disturbed by what was left.
      ASSERT_EQ(morgue_run(archive, {"count", "*"}).exit_code, 0);
      ASSERT_EQ(morgue_run(folder / "backup", {"count", "*"}).exit_code, 0);
    }
    const auto end = morgue_run(archive, work.arguments);
    ASSERT_TRUE(work.ends.contains(end.exit_code)) << end.exit_code << " " << end.err;
    ASSERT_TRUE(contents(archive) == calm[number].archive) << archive;
    ASSERT_TRUE(contents(folder / "backup") == calm[number].backup) << archive;
    EXPECT_EQ(names(folder), calm[number].names) << "debris";
    const auto sound = morgue_run(archive, {"verify"});
    EXPECT_EQ(sound.exit_code, 0) << sound.out;
    const auto kept = morgue_run(folder / "backup", {"verify"});
    EXPECT_EQ(kept.exit_code, 0) << kept.out;
    if (work.name == "purge") {
      EXPECT_EQ(files_with_secret(archive), "");
      const auto list = morgue_run(archive, {"takedowns", "-o", "json"});
      EXPECT_NE(list.out.find(R"("state":"purged")"), std::string::npos) << list.out;
      EXPECT_EQ(list.out.find(R"("number":2)"), std::string::npos) << list.out;
    }
    if (HasFatalFailure() || HasNonfatalFailure()) return;  // the folder is left as it is until the end of the test
    fs::remove_all(folder);
  }
  EXPECT_GT(killed, rounds / 2) << "hardly any run was really killed: the moments are wrong";
}

}  // namespace
}  // namespace morgue::test
