// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/sqlite.h"

#include <sqlite3.h>

#include <stdexcept>

namespace morgue::bench {
namespace {

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK) throw std::runtime_error(std::string("FTS5 peer: ") + sqlite3_errmsg(database));
}

}  // namespace

Database::Database(const std::filesystem::path& file, Mode mode) {
  const int flags = mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  check(handle_, sqlite3_open_v2(file.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr));
}

Database::~Database() {
  sqlite3_close(handle_);
}

void Database::run(const std::string& sql) {
  check(handle_, sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

Query::Query(const Database& database, std::string_view sql) {
  check(database.handle(), sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &handle_, nullptr));
}

Query::~Query() {
  sqlite3_finalize(handle_);
}

bool Query::next() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(handle_);
  if (code != SQLITE_DONE) check(sqlite3_db_handle(handle_), code);
  return false;
}

std::int64_t Query::integer(int column) {
  return sqlite3_column_int64(handle_, column);
}

double Query::real(int column) {
  return sqlite3_column_double(handle_, column);
}

std::string_view Query::text(int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, sqlite3_column_bytes(handle_, column));
}

void Query::bind(int index, std::int64_t value) {
  check(sqlite3_db_handle(handle_), sqlite3_bind_int64(handle_, index, value));
}

void Query::bind(int index, std::string_view value) {
  check(sqlite3_db_handle(handle_),
        sqlite3_bind_text(handle_, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC));
}

void Query::bind(int index, std::nullptr_t) {
  check(sqlite3_db_handle(handle_), sqlite3_bind_null(handle_, index));
}

void Query::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
}

}  // namespace morgue::bench
