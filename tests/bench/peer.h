// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "tests/bench/sqlite.h"

namespace morgue::bench {

/// Searches in SQLite FTS5 the way a program written for speed would: statements prepared once, numbers of articles as
/// results, hits and total in one pass. `match` is an FTS5 expression.
class Peer {
 public:
  explicit Peer(const std::filesystem::path& file);

  std::int64_t count(const std::string& match);
  void best(const std::string& match);
  void total_and_best(const std::string& match);
  void newest(const std::string& match);
  /// As if articles had been stored in the order of their dates for ever.
  void newest_by_number(const std::string& match);

  /// Published from the first month to before the other (`2020-03`).
  std::int64_t count_between(const std::string& match, const std::string& from, const std::string& until);
  void total_and_best_between(const std::string& match, const std::string& from, const std::string& until);

  /// `of` is source, topic or author.
  std::int64_t count_of(const std::string& of, const std::string& name);
  void newest_of(const std::string& of, const std::string& name);

  void facets(const std::string& of, const std::string& match);
  void months(const std::string& match);

  /// Words joined with OR.
  std::string words_like(const std::string& glob);
  std::string words_near(const std::string& word, std::int64_t distance);

  [[nodiscard]] const Database& database() const { return database_; }

 private:
  /// Prepared at its first use.
  Query& statement(const std::string& sql);

  Database database_;
  std::map<std::string, std::unique_ptr<Query>> statements_;
};

}  // namespace morgue::bench
