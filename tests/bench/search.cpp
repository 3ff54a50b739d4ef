// SPDX-License-Identifier: GPL-2.0-or-later
// Times the queries of an archive beside SQLite FTS5 on the same articles, by turns and warm, and prints a table:
//   morgue_search_bench ARCHIVE [--peer FILE] [--rounds N] [--instances N] [--only TEXT] [--morgue PROGRAM]
//                       [--lucene COMMAND] [--markdown] [--list] [--processor-time]
// The peer's database is made from the archive when FILE is not there yet. What is asked is drawn from the texts by
// rule (sampler.h). Queries that the two understand differently (another number of hits: their stemmers are not the
// same) are replaced while others can be drawn. --only: rows whose name holds TEXT. --morgue: measures whole processes
// of PROGRAM, too. --lucene: COMMAND starts peers/LuceneSearch.java on an index of the same articles. --list: every
// query with its own figures on standard error. --processor-time: for machines that others keep busy (not for whole
// processes).
#include <charconv>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/error.h"
#include "tests/bench/lucene.h"
#include "tests/bench/measure.h"
#include "tests/bench/peer_build.h"
#include "tests/bench/result_table.h"
#include "tests/bench/rows.h"

namespace morgue::bench {
namespace {

constexpr std::uint32_t kSeed = 20250624;
constexpr int kDrawsPerInstance = 300;

struct Options {
  std::string archive;
  std::string peer;
  std::string only;
  std::string morgue;
  std::string lucene;
  int rounds = 7;
  int instances = 20;
  bool markdown = false;
  bool list = false;
  Clock clock = Clock::Wall;
};

int number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1) {
    throw std::runtime_error("not a number above 0: " + text);
  }
  return value;
}

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& name = arguments[i];
    const auto value = [&]() -> const std::string& {
      if (i + 1 == arguments.size()) throw std::runtime_error(name + " needs a value");
      return arguments[++i];
    };
    if (name == "--peer") {
      options.peer = value();
    } else if (name == "--rounds") {
      options.rounds = number(value());
    } else if (name == "--instances") {
      options.instances = number(value());
    } else if (name == "--only") {
      options.only = value();
    } else if (name == "--morgue") {
      options.morgue = value();
    } else if (name == "--lucene") {
      options.lucene = value();
    } else if (name == "--markdown") {
      options.markdown = true;
    } else if (name == "--list") {
      options.list = true;
    } else if (name == "--processor-time") {
      options.clock = Clock::Processor;
    } else if (options.archive.empty() && !name.starts_with('-')) {
      options.archive = name;
    } else {
      throw std::runtime_error("unknown argument " + name);
    }
  }
  if (options.archive.empty()) throw std::runtime_error("usage: morgue_search_bench ARCHIVE [--peer FILE] ...");
  if (options.peer.empty()) options.peer = options.archive + ".fts5.db";
  return options;
}

/// Tasks of a row: such that both sides find as much while there are any.
std::vector<Instance> draw_instances(const Row& row, Ours& ours, const Sampler& sampler, int wanted) {
  std::vector<Instance> alike;
  std::vector<Instance> different;
  std::set<std::string> seen;
  const auto least = static_cast<std::int64_t>(row.least * static_cast<double>(sampler.articles()));
  for (int tries = 0; tries < wanted * kDrawsPerInstance && static_cast<int>(alike.size()) < wanted; ++tries) {
    const auto task = row.draw();
    if (!task || !seen.insert(task->query).second) continue;
    Instance instance{*task};
    instance.peer_hits = row.peer_count(*task);
    if (instance.peer_hits < std::max<std::int64_t>(1, least)) continue;
    try {
      instance.our_hits = ours.count(task->query);
    } catch (const Error& error) {
      std::cerr << "left out: " << task->query << ": " << error.message() << "\n";
      continue;
    }
    (instance.differs() ? different : alike).push_back(std::move(instance));
  }
  for (std::size_t i = 0; i < different.size() && static_cast<int>(alike.size()) < wanted; ++i) {
    alike.push_back(std::move(different[i]));
  }
  return alike;
}

RowResult measure(const Row& row, Ours& ours, std::optional<Lucene>& lucene, const Sampler& sampler,
                  const Options& options) {
  RowResult result{row.name, draw_instances(row, ours, sampler, options.instances)};
  const Clock clock = row.child ? Clock::Wall : options.clock;
  const bool ask_lucene = lucene && !row.lucene.empty();
  for (Instance& instance : result.instances) {
    const Task& task = instance.task;
    std::vector<std::pair<Side, Samples*>> sides = {{timed([&] { row.ours(task); }, clock), &instance.our_times},
                                                    {timed([&] { row.peer(task); }, clock), &instance.peer_times}};
    if (ask_lucene) {
      instance.lucene_hits = lucene->count(task);
      lucene->warm_up(row, task);
      sides.emplace_back([&](Samples& times) { lucene->search(row, task, times); }, &instance.lucene_times);
    }
    alternate(sides, options.rounds);
    if (options.list) print_instance(std::cerr, row.name, instance);
  }
  warn_of_differences(std::cerr, result);
  return result;
}

void run(const Options& options) {
  Ours ours(options.archive);
  if (!std::filesystem::exists(options.peer)) {
    std::cerr << "building " << options.peer << "\n";
    build_peer(ours.reader(), options.peer);
  }
  Peer peer(options.peer);
  Sampler words(peer.database(), kSeed);
  std::optional<Lucene> lucene;
  if (!options.lucene.empty()) lucene.emplace(options.lucene);
  auto all = rows(ours, peer, words);
  if (!options.morgue.empty()) {
    const std::vector<std::string> command = {options.morgue, "--archive", options.archive, "--no-pager", "search",
                                              "-n",           "10"};
    all.push_back(process_row(peer, words, command, options.peer));
  }
  std::vector<RowResult> results;
  for (const Row& row : all) {
    if (row.name.find(options.only) == std::string::npos) continue;
    // Each row draws the same whatever else is measured.
    words.seed(kSeed);
    results.push_back(measure(row, ours, lucene, words, options));
  }
  print_table(std::cout, results, options.markdown);
}

}  // namespace
}  // namespace morgue::bench

int main(int argc, char** argv) {
  try {
    morgue::bench::run(morgue::bench::read_options({argv + 1, argv + argc}));
    return 0;
  } catch (const morgue::Error& error) {
    std::cerr << error.message() << "\n" << error.hint() << "\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 2;
}
