// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/statement.h"

#include <sqlite3.h>

#include "catalog/connection.h"

namespace morgue::catalog {

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

void Statement::prepare() {
  if (handle_ != nullptr) return;
  const int code = sqlite3_prepare_v3(connection_.handle(), sql_.data(), static_cast<int>(sql_.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (code == SQLITE_OK) return;
  const Error error = connection_.error(code, "cannot prepare a statement");
  // Our statements fit our schema, so a table they miss was taken out of this catalog.
  if ((code & 0xFF) == SQLITE_ERROR) {
    throw Error(ErrorCode::Inconsistent, error.message(),
                "the catalog is damaged: bring a backup back with `morgue restore DIR`");
  }
  throw error;
}

void Statement::check(int code, const char* doing) {
  if (code != SQLITE_OK) throw connection_.error(code, doing);
}

void Statement::bind_integer(int index, std::int64_t value) {
  check(sqlite3_bind_int64(handle_, index, value), "cannot bind a number");
}

// A null pointer would bind NULL; an empty text is not NULL.
void Statement::bind_text(int index, std::string_view value, Lifetime lifetime) {
  check(sqlite3_bind_text64(handle_, index, value.data() == nullptr ? "" : value.data(), value.size(),
                            lifetime == Lifetime::Call ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8),
        "cannot bind a text");
}

void Statement::bind_blob(int index, std::span<const std::byte> value, Lifetime lifetime) {
  if (value.empty()) {
    check(sqlite3_bind_zeroblob(handle_, index, 0), "cannot bind bytes");
    return;
  }
  check(sqlite3_bind_blob64(handle_, index, value.data(), value.size(),
                            lifetime == Lifetime::Call ? SQLITE_STATIC : SQLITE_TRANSIENT),
        "cannot bind bytes");
}

void Statement::bind_null(int index) {
  check(sqlite3_bind_null(handle_, index), "cannot bind NULL");
}

// The code of a reset repeats that of the step before it, which was reported there. Bindings go because those of run()
// point into its caller's memory.
void Statement::reset() noexcept {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
}

Cursor::~Cursor() {
  statement_.reset();
}

bool Cursor::next() {
  const int code = sqlite3_step(statement_.handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw statement_.connection_.error(code, "cannot read or write the catalog");
}

bool Cursor::is_null(int column) const {
  return sqlite3_column_type(statement_.handle_, column) == SQLITE_NULL;
}

std::int64_t Cursor::integer(int column) const {
  return sqlite3_column_int64(statement_.handle_, column);
}

std::optional<std::int64_t> Cursor::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::string_view Cursor::text(int column) const {
  const auto bytes = blob(column);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::byte> Cursor::blob(int column) const {
  const void* data = sqlite3_column_blob(statement_.handle_, column);
  const int size = sqlite3_column_bytes(statement_.handle_, column);
  if (data == nullptr) {
    if (sqlite3_errcode(statement_.connection_.handle()) == SQLITE_NOMEM) {
      throw statement_.connection_.error(SQLITE_NOMEM, "cannot read a value");
    }
    return {};
  }
  return {static_cast<const std::byte*>(data), static_cast<std::size_t>(size)};
}

}  // namespace morgue::catalog
