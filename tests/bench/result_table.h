// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "tests/bench/measure.h"
#include "tests/bench/rows.h"

namespace morgue::bench {

/// One query, and what it found and took.
struct Instance {
  Task task;
  std::int64_t our_hits = 0;
  std::int64_t peer_hits = 0;
  std::int64_t lucene_hits = 0;
  Samples our_times{};
  Samples peer_times{};
  Samples lucene_times{};  ///< empty: it was not asked

  /// By more than a tenth of the hits: then the two did not do the same work.
  [[nodiscard]] bool differs() const;
};

struct RowResult {
  std::string name;
  std::vector<Instance> instances;
};

void print_instance(std::ostream& out, const std::string& row, const Instance& instance);
void warn_of_differences(std::ostream& out, const RowResult& row);
/// Milliseconds over all instances and rounds; hits are the means of the instances.
void print_table(std::ostream& out, const std::vector<RowResult>& rows, bool markdown);

}  // namespace morgue::bench
