// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace morgue::catalog {

/// A query kept under a name, and how it is watched.
struct SavedSearch {
  std::int64_t id = 0;  ///< never used again
  std::string name;
  std::string query;  ///< as typed: relative dates count from the day of each search
  std::string note;
  std::int64_t created = 0;  ///< UTC seconds
  bool watched = false;
  std::string command;      ///< that gets its reports; empty: they wait
  std::int64_t report = 0;  ///< number of the last one delivered
  std::optional<std::int64_t> reported_at;
  std::int64_t segment = 0;            ///< the newest of the index when that was made
  std::int64_t failures = 0;           ///< deliveries in a row that failed
  std::optional<std::string> problem;  ///< the last of these
};

/// Saved searches. Writing needs a transaction of the caller.
class SavedSearchTable {
 public:
  explicit SavedSearchTable(Catalog& catalog);
  ~SavedSearchTable();

  /// By name.
  std::vector<SavedSearch> list();
  std::optional<SavedSearch> find(std::string_view name);
  /// Name, query, note and created. Returns its id. The name must be free.
  std::int64_t add(const SavedSearch& search);
  /// What was reported stays reported.
  void replace(std::int64_t id, std::string_view query, std::string_view note);
  /// With all that was reported of it.
  void remove(std::int64_t id);

  void watch(std::int64_t id, std::string_view command);
  /// Forgets what was reported, but not how many reports there were.
  void unwatch(std::int64_t id);
  /// A report that was not delivered: it will be made again.
  void note_failure(std::int64_t id, std::string_view problem);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
