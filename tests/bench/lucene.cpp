// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/lucene.h"

namespace morgue::bench {
namespace {

/// Its compiler needs to have seen a query before it is at its best.
constexpr int kWarmUp = 30;

std::string line(const std::string& wanted, int times, const Task& task) {
  std::string text = wanted + '\t' + std::to_string(times);
  for (const auto& word : task.lucene) text += '\t' + word;
  return text;
}

}  // namespace

std::int64_t Lucene::count(const Task& task) {
  return std::stoll(dialogue_.ask(line("count", 0, task)));
}

void Lucene::warm_up(const Row& row, const Task& task) {
  dialogue_.ask(line(row.lucene, kWarmUp, task));
}

void Lucene::search(const Row& row, const Task& task, Samples& times) {
  times.add(std::stod(dialogue_.ask(line(row.lucene, 1, task))) / 1e6);
}

}  // namespace morgue::bench
