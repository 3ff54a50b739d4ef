// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace morgue::catalog {

/// How the records of a run ended; they add up: records = added + revised + unchanged + duplicates + rejected.
struct RunCounts {
  std::int64_t records = 0;
  std::int64_t added = 0;
  std::int64_t revised = 0;
  std::int64_t unchanged = 0;
  std::int64_t duplicates = 0;
  std::int64_t rejected = 0;
};

struct Run {
  std::int64_t id = 0;
  std::string command;
  std::int64_t started = 0;              ///< UTC seconds
  std::optional<std::int64_t> finished;  ///< absent: running, or killed
  std::optional<int> exit_code;
  RunCounts counts;  ///< of the batches committed so far
};

/// Runs of ingest. An unknown run is Error{Internal}.
class RunLog {
 public:
  explicit RunLog(Catalog& catalog);
  ~RunLog();

  std::int64_t start(const std::string& command, std::int64_t now);
  void update(std::int64_t run, const RunCounts& counts);
  void finish(std::int64_t run, const RunCounts& counts, int exit_code, std::int64_t now);
  std::optional<Run> find(std::int64_t run);
  /// Newest first.
  std::vector<Run> recent(std::size_t limit);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
