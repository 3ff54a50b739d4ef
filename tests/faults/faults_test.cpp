// SPDX-License-Identifier: GPL-2.0-or-later
// Lets the first, second, third ... read, write, sync, allocation and so on of each command fail. The answer must be a
// clear message and the right exit code, never a signal; what was committed stays; the same command, run again on a
// sound machine, ends where an undisturbed one does.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "tests/power/disk.h"
#include "tests/power/scenario.h"
#include "tests/support/temp_dir.h"

namespace morgue::faults {
namespace {

namespace fs = std::filesystem;
using power::Step;
using test::Finished;
using test::TempDir;

struct Fault {
  std::string name;
  std::string call;
  std::string error;
  bool rest = false;  ///< all calls that follow fail, too
};

std::vector<Fault> all_faults() {
  const auto number = [](int error) { return std::to_string(error); };
  return {
      {"read error", "read", number(EIO)},
      {"interrupted read", "read", number(EINTR)},
      {"short read", "read", "half"},
      {"write error", "write", number(EIO)},
      {"interrupted write", "write", number(EINTR)},
      {"short write", "write", "half"},
      {"full disk", "write", number(ENOSPC)},
      {"disk that stays full", "write", number(ENOSPC), true},
      {"sync error", "sync", number(EIO)},
      {"open error", "open", number(EIO)},
      {"no descriptor", "open", number(EMFILE)},
      {"name error", "name", number(EIO)},
      {"no room for names", "name", number(ENOSPC), true},
      {"failing mmap", "map", number(ENOMEM)},
      {"failing malloc", "memory", number(ENOMEM)},
      {"no memory left", "memory", number(ENOMEM), true},
      {"no thread", "thread", number(EAGAIN)},
  };
}

struct Case {
  std::string name;
  std::vector<Step> before;
  Step command;
  std::vector<Step> again;  ///< none: the command only reads, and what it prints counts
  std::string archive = "archive";
};

Step on(std::vector<std::string> arguments, std::vector<int> exit_codes = {0}) {
  arguments.insert(arguments.begin(), {"--archive", "WORLD/archive"});
  return {std::move(arguments), std::move(exit_codes)};
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (power::Scenario& scenario : power::all_scenarios()) {
    if (scenario.name == "reindex of all" || scenario.name == "second backup") continue;
    cases.push_back({scenario.name, scenario.before, scenario.command, scenario.again, scenario.archive});
  }
  const std::vector<Step> two = {on({"ingest", "WORLD/in/a.jsonl"}), on({"ingest", "WORLD/in/b.jsonl"})};
  cases.push_back({"search", two, on({"search", "harbour storm", "--sort", "newest", "-n", "5"}), {}});
  cases.push_back({"count", two, on({"count", "author:lee fog*"}), {}});
  cases.push_back({"verify", two, on({"verify"}), {}});
  return cases;
}

bool is_long() {
  return std::getenv("MORGUE_LONG") != nullptr;  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
}

class FaultsTest : public ::testing::TestWithParam<Case> {
 protected:
  struct Trial {
    Fault fault;
    long at;
  };

  std::vector<std::string> environment(const Fault& fault, long at, const fs::path& world, const fs::path& out) const {
    std::vector<std::string> all = {
        std::string("LD_PRELOAD=") + MORGUE_INJECTOR, "MORGUE_FAULT_CALL=" + fault.call,
        "MORGUE_FAULT_AT=" + std::to_string(at),      "MORGUE_FAULT_ERROR=" + fault.error,
        "MORGUE_FAULT_ROOT=" + world.string(),        "MORGUE_FAULT_COUNT=" + (out / "count").string()};
    if (fault.rest) all.emplace_back("MORGUE_FAULT_REST=1");
    return all;
  }

  fs::path scratch(const std::string& name) const {
    fs::create_directories(dir_.path() / name);
    return dir_.path() / name;
  }

  void prepare() {
    const fs::path world = dir_.path() / "world";
    power::write_dumps(world);
    for (const Step& step : case_.before) {
      ASSERT_EQ(power::complaint(step, power::run_step(step, world, scratch("out"))), "");
    }
    base_ = power::read_tree(world);
    const Finished calm = power::run_step(case_.command, world, scratch("out"));
    ASSERT_EQ(power::complaint(case_.command, calm), "");
    printed_ = calm.out;
    expected_ = power::found_in(world, case_.archive, scratch("out"));
    ASSERT_GT(expected_.size(), 1000U);
  }

  /// Which calls fail: all of the first ones, and some of the others by chance.
  void choose(std::mt19937& random) {
    std::map<std::string, long> counts;
    for (const Fault& fault : all_faults()) {
      if (!counts.contains(fault.call)) counts[fault.call] = count(fault);
      const long calls = counts[fault.call];
      const long most = !is_long() ? 4 : fault.call == "memory" ? 250 : 1000;
      std::set<long> chosen;
      if (calls <= most) {
        for (long at = 1; at <= calls; ++at) chosen.insert(at);
      }
      while (static_cast<long>(chosen.size()) < std::min(most, calls)) {
        chosen.insert(std::uniform_int_distribution<long>(1, calls)(random));
      }
      for (const long at : chosen) trials_.push_back({fault, at});
    }
  }

  /// How many calls of this kind an undisturbed run makes.
  long count(const Fault& fault) {
    const TempDir place;
    power::write_tree(base_, place.path());
    const fs::path out = scratch("out");
    const auto end = power::run_step(case_.command, place.path(), out, environment(fault, 0, place.path(), out));
    EXPECT_EQ(power::complaint(case_.command, end), "");
    return std::stol("0" + test::read_file(out / "count"));
  }

  /// A dump was not read, or not to its end, while the others were.
  static bool is_about_a_dump(const Finished& end) {
    const auto says = [&](const char* text) { return end.err.find(text) != std::string::npos; };
    return (end.exit_code == 2 || end.exit_code == 3) && says("cannot read") && says("/in/");
  }

  /// Nothing, or what is wrong with the answer of the command itself.
  std::string judge_answer(const Finished& end, const fs::path& world, const fs::path& out) {
    if (end.exit_code == 0) {
      if (case_.again.empty() && end.out != printed_) return "says it is done, and printed:\n" + end.out;
      if (!case_.again.empty() && power::found_in(world, case_.archive, out) != expected_) {
        return "says it is done, and searches find something else; " + end.err;
      }
      return {};
    }
    // To find a file that cannot be read is what verify and the proof of a purge are for; a dump that cannot be read is
    // bad input, and the others are taken in.
    const auto says = [&](const char* text) { return end.err.find(text) != std::string::npos; };
    const bool right = end.exit_code == 5 || (end.exit_code == 4 && case_.name == "verify") ||
                       (end.exit_code == 4 && says("something is left of what was to be purged")) ||
                       is_about_a_dump(end);
    const std::string answer = "exit code " + std::to_string(end.exit_code) + ": " + end.err;
    if (!right) return answer;
    const bool told = says("morgue: ") || is_about_a_dump(end) || case_.name == "verify";
    if (!told) return "no message; " + answer;
    if (end.err.find("internal error") != std::string::npos) return answer;
    return {};
  }

  void count_ending(int exit_code) {
    const std::lock_guard guard(mutex_);
    ++endings_[exit_code];
  }

  std::string check(const Trial& trial, const fs::path& out) {
    const TempDir place;
    power::write_tree(base_, place.path());
    const Finished end =
        power::run_step(case_.command, place.path(), out, environment(trial.fault, trial.at, place.path(), out));
    count_ending(end.exit_code);
    if (std::string wrong = judge_answer(end, place.path(), out); !wrong.empty()) return wrong;
    if (case_.again.empty()) return {};
    for (const Step& step : case_.again) {
      const std::string wrong = power::complaint(step, power::run_step(step, place.path(), out));
      if (!wrong.empty()) return "again: " + wrong + "(before: " + end.err + ")";
    }
    const Step verify{{"--archive", "WORLD/" + case_.archive, "verify"}, {0}};
    const Finished verified = power::run_step(verify, place.path(), out);
    if (std::string wrong = power::complaint(verify, verified); !wrong.empty()) return wrong + verified.out;
    const std::string found = power::found_in(place.path(), case_.archive, out);
    // A dump that came later than the others gives its articles later numbers, and its texts are the newer ones.
    const auto articles = [](const std::string& all) {
      return std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.find("exit ")), '\n');
    };
    const bool same = is_about_a_dump(end) ? articles(found) == articles(expected_) : found == expected_;
    return same ? "" : "searches find something else afterwards";
  }

  Case case_ = GetParam();
  TempDir dir_;
  power::Tree base_;
  std::string printed_;
  std::string expected_;
  std::vector<Trial> trials_;
  std::mutex mutex_;
  std::map<int, long> endings_;  ///< runs by exit code
};

TEST_P(FaultsTest, AreToldAndLoseNothing) {
  ASSERT_NO_FATAL_FAILURE(prepare());
  // The same faults each time, so that a change is to blame for what fails; others in the long run.
  std::mt19937 random(is_long() ? std::random_device{}() : 20'261'130U);
  choose(random);
  ASSERT_GT(trials_.size(), 20U);
  std::atomic<std::size_t> next = 0;
  std::vector<std::string> wrong;
  const auto work = [&](const fs::path& out) {
    for (std::size_t i = next++; i < trials_.size(); i = next++) {
      const std::string found = check(trials_[i], out);
      if (found.empty()) continue;
      const std::lock_guard guard(mutex_);
      wrong.push_back(trials_[i].fault.name + " at call " + std::to_string(trials_[i].at) + ": " + found);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i) threads.emplace_back(work, scratch("out" + std::to_string(i)));
  }
  std::printf("tally: faults under %s: %zu faults, %zu failures\n", case_.name.c_str(), trials_.size(), wrong.size());
  for (const auto& [code, runs] : endings_) std::printf("  %ld of these runs ended with exit code %d\n", runs, code);
  for (std::size_t i = 0; i < wrong.size() && i < 20; ++i) ADD_FAILURE() << wrong[i];
}

INSTANTIATE_TEST_SUITE_P(Commands, FaultsTest, ::testing::ValuesIn(all_cases()), [](const auto& one) {
  std::string name = one.param.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
});

}  // namespace
}  // namespace morgue::faults

int main(int argc, char** argv) {
  if (std::getenv("TMPDIR") == nullptr && access("/dev/shm", W_OK) == 0) setenv("TMPDIR", "/dev/shm", 1);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
