// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/dialogue.h"
#include "tests/bench/measure.h"
#include "tests/bench/rows.h"

namespace morgue::bench {

/// Searches in Lucene: a program of its own, which takes the time itself (peers/LuceneSearch.java).
class Lucene {
 public:
  explicit Lucene(const std::string& command) : dialogue_({"sh", "-c", "exec " + command}) {}

  std::int64_t count(const Task& task);
  void warm_up(const Row& row, const Task& task);
  /// Adds the milliseconds of one execution.
  void search(const Row& row, const Task& task, Samples& times);

 private:
  Dialogue dialogue_;
};

}  // namespace morgue::bench
