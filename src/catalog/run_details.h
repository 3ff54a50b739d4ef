// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/run_log.h"

namespace morgue::catalog {

/// What a run did to one collection.
struct RunOfCollection {
  std::string collection;  ///< by name: it may have been removed since
  std::int64_t files = 0;  ///< that were read
  RunCounts counts;
};

/// What the scheduled job writes down of its runs, beside their counts. Writing needs a transaction of the caller.
class RunDetails {
 public:
  explicit RunDetails(Catalog& catalog);
  ~RunDetails();

  /// Replaces what was written of this collection before.
  void set_collection(std::int64_t run, const RunOfCollection& of);
  void add_line(std::int64_t run, const std::string& line);

  /// By name.
  std::vector<RunOfCollection> collections(std::int64_t run);
  std::vector<std::string> lines(std::int64_t run);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
