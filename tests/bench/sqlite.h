// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace morgue::bench {

/// A SQLite database of the peer, nothing of morgue's: every failure is a std::runtime_error.
class Database {
 public:
  enum class Mode { Create, Read };
  Database(const std::filesystem::path& file, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Any number of statements without parameters; their rows are dropped.
  void run(const std::string& sql);
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

/// A prepared statement, used again and again.
class Query {
 public:
  Query(const Database& database, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Begins an execution with these parameters: integers and text. Text is not copied.
  template <typename... Arguments>
  Query& start(const Arguments&... arguments) {
    reset();
    int index = 0;
    (bind(++index, arguments), ...);
    return *this;
  }
  /// Moves to the next row; behind the last one false, and the execution is over.
  bool next();
  [[nodiscard]] std::int64_t integer(int column);
  [[nodiscard]] double real(int column);
  [[nodiscard]] std::string_view text(int column);

 private:
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);
  void bind(int index, std::nullptr_t);
  void reset();

  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace morgue::bench
