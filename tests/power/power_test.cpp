// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts the power under every command that writes: from a record of what it did to its files, makes the disks that could
// be left, and shows that none of them loses what was committed, and that the same command goes on from there.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <set>
#include <thread>

#include "tests/power/catalog_print.h"
#include "tests/power/fates.h"
#include "tests/power/scenario.h"
#include "tests/support/temp_dir.h"

namespace morgue::power {
namespace {

namespace fs = std::filesystem;
using test::TempDir;

/// A disk that a power cut left, with what may be in its catalog.
struct State {
  Tree tree;
  std::size_t oldest;  ///< of the versions that may be there
  std::size_t newest;
  bool ended;  ///< the command had returned
  std::string when;
};

bool is_long() {
  return std::getenv("MORGUE_LONG") != nullptr;  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
}

Tree without_shared_memory(Tree tree) {
  std::erase_if(tree, [](const auto& file) { return file.first.ends_with("-shm"); });
  return tree;
}

class PowerTest : public ::testing::TestWithParam<Scenario> {
 protected:
  PowerTest() : world_(dir_.path() / "world") {}

  fs::path scratch(const std::string& name) const {
    fs::create_directories(dir_.path() / name);
    return dir_.path() / name;
  }

  void prepare() {
    write_dumps(world_);
    for (const Step& step : scenario_.before) {
      const auto end = run_step(step, world_, scratch("out"));
      ASSERT_EQ(complaint(step, end), "");
    }
    fs::copy(world_, dir_.path() / "base", fs::copy_options::recursive);
  }

  /// Runs the command and fills in the states. The versions of the catalog are told apart by all their rows.
  void record() {
    const fs::path log = dir_.path() / "log";
    const auto end = run_step(scenario_.command, world_, scratch("out"),
                              {std::string("LD_PRELOAD=") + MORGUE_RECORDER, "MORGUE_RECORD_ROOT=" + world_.string(),
                               "MORGUE_RECORD_LOG=" + log.string()});
    ASSERT_EQ(complaint(scenario_.command, end), "");
    const auto records = read_log(log);

    // The base has another path than the record: it is loaded under that of the world.
    fs::rename(world_, dir_.path() / "ended");
    fs::rename(dir_.path() / "base", world_);
    Disk disk(world_);
    std::mt19937 random(std::random_device{}());
    std::size_t committed = note_version(disk);
    for (const Record& record : records) {
      if (record.op == Op::Sync) {
        if (!forgotten_.empty() && disk.path_of(record.fd).find(forgotten_) != std::string::npos) continue;
        ++syncs_;
        add_states(disk, committed, false, random,
                   "at sync " + std::to_string(syncs_) + " (" + disk.path_of(record.fd) + ")");
      }
      disk.apply(record);
      if (record.op == Op::Sync && commits(disk.path_of(record.fd))) committed = note_version(disk);
    }
    const std::size_t last = note_version(disk);
    add_states(disk, last, true, random, "after the end");
    ASSERT_GT(syncs_, 3U);
    // Whatever the recorder had not seen would be missing here.
    ASSERT_EQ(without_shared_memory(disk.complete()) == without_shared_memory(read_tree(dir_.path() / "ended")), true)
        << "the record does not tell all that was done";
  }

  /// Whether the return of this sync tells the program that a change of the catalog is there to stay.
  bool commits(const std::string& path) const {
    const std::string archive = (world_ / scenario_.archive).string();
    return path == archive || path == archive + "/catalog.db" || path == archive + "/catalog.db-wal";
  }

  std::size_t note_version(const Disk& disk) {
    const TempDir place;
    write_tree(disk.complete(), place.path());
    const std::string print = print_catalog(place.path() / scenario_.archive / "catalog.db");
    EXPECT_FALSE(print.starts_with("damaged")) << print;
    if (versions_.empty() || versions_.back() != print) versions_.push_back(print);
    return versions_.size() - 1;
  }

  void add_states(const Disk& disk, std::size_t oldest, bool ended, std::mt19937& random, const std::string& when) {
    const std::size_t newest = note_version(disk);
    const int by_chance = is_long() ? 60 : 2;
    for (const auto& fates : choose_fates(disk.pending(), by_chance, random)) {
      State state{disk.after(fates, static_cast<unsigned>(random())), oldest, newest, ended, when};
      for (const Fate fate : fates) state.when += "-+~0"[static_cast<std::size_t>(fate)];
      std::string print = std::to_string(oldest) + (ended ? "e" : "");
      for (const auto& [path, contents] : state.tree) print += "\n" + path + "\n" + contents.value_or("/");
      if (seen_.insert(std::hash<std::string>{}(print)).second) states_.push_back(std::move(state));
    }
  }

  /// Nothing, or what is wrong with this disk.
  std::string check(const State& state, const fs::path& out) {
    const TempDir place;
    write_tree(state.tree, place.path());
    if (state.ended && !scenario_.gone.empty()) {
      for (const auto& [path, contents] : state.tree) {
        // As it was written, and as words are in an index.
        for (const std::string& text : {scenario_.gone, "p" + scenario_.gone.substr(1)}) {
          if (path.starts_with("in/") || !contents || contents->find(text) == std::string::npos) continue;
          return path + " still has what was removed";
        }
      }
    }
    {
      // Looked at in a copy: SQLite tidies up, and so must morgue.
      const TempDir copy;
      write_tree(state.tree, copy.path());
      const std::string print = print_catalog(copy.path() / scenario_.archive / "catalog.db");
      std::size_t version = state.oldest;
      while (version <= state.newest && versions_[version] != print) ++version;
      if (version > state.newest) return print.starts_with("damaged") ? print : "the catalog is not what was committed";
      if (!print.empty()) {
        const std::string found = found_in(place.path(), scenario_.archive, out);
        const std::lock_guard guard(mutex_);
        const auto known = found_.emplace(version, found).first;
        if (known->second != found) return "searches find other articles:\n" + found.substr(0, 500);
      }
    }
    for (const Step& step : scenario_.again) {
      if (std::string wrong = complaint(step, run_step(step, place.path(), out)); !wrong.empty()) return wrong;
    }
    const Step verify{{"--archive", "WORLD/" + scenario_.archive, "verify"}, {0}};
    const auto end = run_step(verify, place.path(), out);
    if (std::string wrong = complaint(verify, end); !wrong.empty()) return wrong + end.out;
    const std::string after = found_in(place.path(), scenario_.archive, out);
    if (after != expected_) return "searches after the next run find other articles:\n" + after.substr(0, 500);
    return {};
  }

  /// Checks every state, on both cores, or up to the first that is wrong.
  std::vector<std::string> check_all(bool up_to_first) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::string> wrong;
    const auto work = [&](const fs::path& out) {
      for (std::size_t i = next++; i < states_.size(); i = next++) {
        std::string found = check(states_[i], out);
        if (found.empty()) continue;
        const std::lock_guard guard(mutex_);
        wrong.push_back(states_[i].when + ": " + found);
        if (up_to_first) next = states_.size();
      }
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i) threads.emplace_back(work, scratch("out" + std::to_string(i)));
    threads.clear();
    return wrong;
  }

  /// What searches find in an archive that the command made in a calm world, which is none of those recorded.
  void find_expected() {
    const TempDir calm;
    write_tree(read_tree(world_), calm.path());
    ASSERT_EQ(complaint(scenario_.command, run_step(scenario_.command, calm.path(), scratch("out"))), "");
    expected_ = found_in(calm.path(), scenario_.archive, scratch("out"));
    ASSERT_GT(expected_.size(), 1000U);
  }

  Scenario scenario_ = GetParam();
  std::string forgotten_;  ///< syncs of such paths are taken for not done
  TempDir dir_;
  fs::path world_;
  std::size_t syncs_ = 0;
  std::vector<std::string> versions_;
  std::vector<State> states_;
  std::set<std::size_t> seen_;
  std::map<std::size_t, std::string> found_;
  std::string expected_;
  std::mutex mutex_;
};

TEST_P(PowerTest, LosesNothing) {
  ASSERT_NO_FATAL_FAILURE(prepare());
  ASSERT_NO_FATAL_FAILURE(record());
  ASSERT_NO_FATAL_FAILURE(find_expected());
  const auto wrong = check_all(false);
  std::printf("tally: power cuts under %s: %zu disks, %zu failures\n", scenario_.name.c_str(), states_.size(),
              wrong.size());
  EXPECT_GT(states_.size(), 10U);
  for (std::size_t i = 0; i < wrong.size() && i < 5; ++i) ADD_FAILURE() << wrong[i];
}

class ForgottenSyncTest : public PowerTest {};

/// A program that does less than ours must be found out.
TEST_P(ForgottenSyncTest, IsNoticed) {
  for (const char* forgotten : {"catalog.db-wal", "postlist.glass", "/index"}) {
    states_.clear();
    seen_.clear();
    versions_.clear();
    found_.clear();
    fs::remove_all(world_);
    for (const char* left : {"base", "ended", "log"}) fs::remove_all(dir_.path() / left);
    forgotten_ = forgotten;
    ASSERT_NO_FATAL_FAILURE(prepare());
    ASSERT_NO_FATAL_FAILURE(record());
    ASSERT_NO_FATAL_FAILURE(find_expected());
    EXPECT_FALSE(check_all(true).empty()) << "nobody noticed that " << forgotten << " was not synced";
  }
}

Scenario ingest_of_more() {
  return all_scenarios().at(1);
}

INSTANTIATE_TEST_SUITE_P(Ingest, ForgottenSyncTest, ::testing::Values(ingest_of_more()),
                         [](const auto&) { return "of_more"; });
INSTANTIATE_TEST_SUITE_P(Commands, PowerTest, ::testing::ValuesIn(all_scenarios()), [](const auto& scenario) {
  std::string name = scenario.param.name;
  std::ranges::replace(name, ' ', '_');
  return name;
});

}  // namespace
}  // namespace morgue::power

int main(int argc, char** argv) {
  // Thousands of small worlds are written: not to a disk, if there is memory to write them to.
  if (std::getenv("TMPDIR") == nullptr && access("/dev/shm", W_OK) == 0) setenv("TMPDIR", "/dev/shm", 1);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
