// SPDX-License-Identifier: GPL-2.0-or-later
// Damages sound dumps of every format and reads what is left of them, in processes of their own: no crash, nothing that
// takes longer than five seconds or more memory than it may, nothing unsound, counts that add up.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/hostile/mutant.h"
#include "tests/hostile/originals.h"
#include "tests/hostile/trial.h"
#include "tests/support/temp_dir.h"

namespace morgue::mutate {
namespace {

struct Settings {
  std::uint64_t mutants = 0;
  std::uint64_t seed = 1;
  std::int64_t memory = std::int64_t{1} << 30;
  std::filesystem::path keep;  ///< where mutants with a finding are left
  std::vector<std::filesystem::path> folders;
};

struct Sum {
  std::int64_t mutants = 0, articles = 0, rejects = 0, others = 0;
  std::int64_t slowest = 0, memory = 0;
  std::int64_t crashes = 0, hangs = 0, unsound = 0;
  void add(const Outcome& outcome) {
    ++mutants;
    articles += outcome.articles;
    rejects += outcome.rejects;
    others += outcome.others;
    slowest = std::max(slowest, outcome.milliseconds);
    memory = std::max(memory, outcome.memory);
  }
};

/// One mutant and how it is read, made anew from its number alone.
struct Mutant {
  const std::string* family = nullptr;
  const Original* original = nullptr;
  std::string bytes;
  std::optional<formats::Format> format;
  bool as_folder = false;
};

class Run {
 public:
  Run(Settings settings, const Families& families) : settings_(std::move(settings)) {
    for (const auto& family : families) families_.push_back(&family);
    void* shared = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) throw std::runtime_error("mmap failed");
    board_ = static_cast<Board*>(shared);
  }
  ~Run() { munmap(board_, sizeof(Board)); }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Whether nothing was found.
  bool run() {
    sums_.resize(families_.size());
    for (std::uint64_t next = 0; next < settings_.mutants;) next = run_batch(next);
    print();
    return findings_ == 0;
  }

 private:
  static constexpr std::uint64_t kBatch = 100;
  /// What the child leaves for its parent, however it ends.
  struct Board {
    std::uint64_t done = 0;
    std::array<Outcome, kBatch> outcomes{};
  };

  Mutant make(std::uint64_t number) const {
    std::mt19937_64 random(settings_.seed * 1'000'003 + number);
    const auto& [family, originals] = *families_[number % families_.size()];
    const auto& others = random() % 4 == 0 ? families_[random() % families_.size()]->second : originals;
    Mutant mutant;
    mutant.family = &family;
    mutant.original = &originals[random() % originals.size()];
    mutant.bytes = mutant_of(mutant.original->bytes, others[random() % others.size()].bytes, random());
    // A third is read as what it was, however little it looks like that by now.
    const std::string_view format = std::string_view(family).substr(0, family.find(' '));
    if (random() % 3 == 0) mutant.format = formats::format_from_name(format);
    mutant.as_folder = random() % 4 == 0;
    return mutant;
  }

  void child(std::uint64_t first, std::uint64_t end) {
    for (std::uint64_t number = first; number < end; ++number) {
      const Mutant mutant = make(number);
      const auto file = dir_.write("dump/" + mutant.original->name, mutant.bytes);
      board_->outcomes[board_->done] = try_reading(mutant.as_folder ? file.parent_path() : file, mutant.format);
      std::filesystem::remove(file);
      const bool too_large = board_->outcomes[board_->done].memory > settings_.memory;
      ++board_->done;
      if (too_large) break;  // the process stays as large as it once was
    }
  }

  /// Up to a batch of mutants in one process; ends early at one that kills it.
  std::uint64_t run_batch(std::uint64_t first) {
    const std::uint64_t end = std::min(first + kBatch, settings_.mutants);
    *board_ = Board{};
    std::cout.flush();
    const pid_t pid = fork();
    if (pid < 0) throw std::runtime_error("fork failed");
    if (pid == 0) {
      child(first, end);
      std::_Exit(0);
    }
    int status = 0;
    waitpid(pid, &status, 0);
    std::uint64_t number = first;
    for (std::uint64_t i = 0; i < board_->done; ++i, ++number) take(number, board_->outcomes[i]);
    if (status != 0 && number < end) {
      const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
      const bool hang = signal == SIGPROF || signal == SIGALRM;
      Sum& sum = sums_[number % families_.size()];
      ++sum.mutants;
      ++(hang ? sum.hangs : sum.crashes);
      report(number, hang ? "takes longer than five seconds" : "crashes, status " + std::to_string(status));
      ++number;
    }
    std::filesystem::remove_all(dir_.path() / "dump");
    return number;
  }

  void take(std::uint64_t number, const Outcome& outcome) {
    Sum& sum = sums_[number % families_.size()];
    sum.add(outcome);
    const bool too_large = outcome.memory > settings_.memory;
    if (outcome.fault[0] == '\0' && !too_large) return;
    ++sum.unsound;
    report(number, too_large ? "takes " + std::to_string(outcome.memory >> 20U) + " MB" : outcome.fault.data());
  }

  void report(std::uint64_t number, const std::string& what) {
    ++findings_;
    const Mutant mutant = make(number);
    std::cout << "mutant " << number << " of " << mutant.original->name << " (" << *mutant.family
              << (mutant.format ? ", format given" : "") << (mutant.as_folder ? ", in a folder" : "") << "): " << what
              << '\n';
    if (settings_.keep.empty()) return;
    const auto folder = settings_.keep / std::to_string(number);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / mutant.original->name, std::ios::binary) << mutant.bytes;
  }

  void print() const {
    const auto row = [](const std::string& name, const auto&... cells) {
      std::cout << std::left << std::setw(24) << name << std::right;
      (..., (std::cout << std::setw(10) << cells));
      std::cout << '\n';
    };
    row("family", "mutants", "articles", "rejects", "others", "crashes", "hangs", "unsound", "max ms", "peak MB");
    Sum all;
    for (std::size_t i = 0; i < families_.size(); ++i) {
      const Sum& s = sums_[i];
      row(families_[i]->first, s.mutants, s.articles, s.rejects, s.others, s.crashes, s.hangs, s.unsound, s.slowest,
          s.memory >> 20U);
      all.mutants += s.mutants;
      all.articles += s.articles;
      all.rejects += s.rejects;
      all.others += s.others;
      all.crashes += s.crashes;
      all.hangs += s.hangs;
      all.unsound += s.unsound;
      all.slowest = std::max(all.slowest, s.slowest);
      all.memory = std::max(all.memory, s.memory);
    }
    std::cout << "tally: mutants of dumps: " << all.mutants << " mutants, " << findings_ << " failures\n";
    row("all", all.mutants, all.articles, all.rejects, all.others, all.crashes, all.hangs, all.unsound, all.slowest,
        all.memory >> 20U);
  }

  Settings settings_;
  std::vector<const Families::value_type*> families_;
  std::vector<Sum> sums_;
  std::int64_t findings_ = 0;
  test::TempDir dir_;
  Board* board_ = nullptr;
};

Settings read_arguments(int argc, char** argv) {
  Settings settings;
  settings.mutants = 500;
  if (const char* wanted = std::getenv("MORGUE_MUTANTS")) settings.mutants = std::stoull(wanted);
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto value = [&] { return std::string(i + 1 < argc ? argv[++i] : "0"); };
    if (argument == "--mutants") {
      settings.mutants = std::stoull(value());
    } else if (argument == "--seed") {
      settings.seed = std::stoull(value());
    } else if (argument == "--memory-mb") {
      settings.memory = std::stoll(value()) << 20U;
    } else if (argument == "--keep") {
      settings.keep = value();
    } else if (std::filesystem::is_directory(argument)) {
      settings.folders.emplace_back(argument);
    } else {
      std::cout << argument << ": not there, its mutants are left out\n";
    }
  }
  return settings;
}

}  // namespace
}  // namespace morgue::mutate

int main(int argc, char** argv) {
  try {
    const auto settings = morgue::mutate::read_arguments(argc, argv);
    constexpr std::size_t kMost = 64U << 10U;
    const auto families = morgue::mutate::find_originals(settings.folders, kMost);
    if (families.empty()) {
      std::cerr << "usage: mutate [--mutants N] [--seed N] [--memory-mb N] [--keep FOLDER] FOLDER...\n";
      return 2;
    }
    return morgue::mutate::Run(settings, families).run() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
