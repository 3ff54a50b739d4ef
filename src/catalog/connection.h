// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/error.h"

struct sqlite3;

namespace morgue::catalog {

/// A database handle, for one thread at a time. All failures are morgue::Error (sqlite_error.h).
class Connection {
 public:
  enum class Mode { Read, Write };

  /// Write creates the file, readable by its owner only.
  Connection(const std::filesystem::path& file, Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Statements without parameters, separated by semicolons; rows are dropped.
  void execute(const std::string& sql);
  /// First column of the first row, 0 for NULL. Throws Error{Inconsistent} when there is no row.
  std::int64_t integer(const std::string& sql);

  [[nodiscard]] bool in_transaction() const;
  /// Tells one transaction from the next, so that what was remembered in one is not believed in another.
  [[nodiscard]] std::int64_t transaction_number() const { return transaction_number_; }
  void begin_transaction(const std::string& sql);
  /// Needs no memory; a failure leaves nothing to be done.
  void roll_back() noexcept;
  /// Throws Error{Internal} outside a transaction: what follows must not commit by itself, step by step.
  void require_transaction(const char* what) const;

  [[nodiscard]] std::int64_t last_insert_id() const;
  /// By the last INSERT, UPDATE or DELETE.
  [[nodiscard]] std::int64_t changed_rows() const;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] Error error(int code, const std::string& doing) const;

 private:
  void open(Mode mode);
  void configure(Mode mode);
  void execute(const std::string& sql, const std::string& doing);

  sqlite3* handle_ = nullptr;
  std::string path_;
  std::int64_t transaction_number_ = 0;
};

}  // namespace morgue::catalog
