// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace morgue::catalog {

class Connection;
class Statement;

/// The rows of one execution. Ends the execution when it goes; views are good until the next call of next().
class Cursor {
 public:
  ~Cursor();
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  /// Moves to the next row; false behind the last one.
  bool next();
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  /// Empty for NULL; bytes as stored, whatever they are.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] std::span<const std::byte> blob(int column) const;

 private:
  friend class Statement;
  explicit Cursor(Statement& statement) : statement_(statement) {}
  Statement& statement_;
};

/// A prepared statement, compiled at its first execution and kept. Parameters are ?1, ?2 ... in order of the
/// arguments: integers, text, bytes, std::nullopt, or an optional of these.
class Statement {
 public:
  Statement(Connection& connection, std::string sql) : connection_(connection), sql_(std::move(sql)) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// For statements without rows. The arguments are not copied.
  template <typename... Arguments>
  void run(const Arguments&... arguments) {
    prepare();
    Cursor cursor(*this);
    int index = 0;
    (bind(++index, arguments, Lifetime::Call), ...);
    while (cursor.next()) {
    }
  }

  /// For statements with rows. The arguments are copied.
  template <typename... Arguments>
  [[nodiscard]] Cursor query(const Arguments&... arguments) {
    prepare();
    int index = 0;
    (bind(++index, arguments, Lifetime::Cursor), ...);
    return Cursor(*this);
  }

 private:
  friend class Cursor;
  enum class Lifetime { Call, Cursor };

  void prepare();
  void bind(int index, std::integral auto value, Lifetime) { bind_integer(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::string_view value, Lifetime lifetime) { bind_text(index, value, lifetime); }
  void bind(int index, std::span<const std::byte> value, Lifetime lifetime) { bind_blob(index, value, lifetime); }
  void bind(int index, std::nullopt_t, Lifetime) { bind_null(index); }
  template <typename Value>
  void bind(int index, const std::optional<Value>& value, Lifetime lifetime) {
    if (value) {
      bind(index, *value, lifetime);
    } else {
      bind_null(index);
    }
  }
  void bind_integer(int index, std::int64_t value);
  void bind_text(int index, std::string_view value, Lifetime lifetime);
  void bind_blob(int index, std::span<const std::byte> value, Lifetime lifetime);
  void bind_null(int index);
  void check(int code, const char* doing);
  void reset() noexcept;

  Connection& connection_;
  std::string sql_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace morgue::catalog
