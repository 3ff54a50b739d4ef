// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/catalog.h"

#include <chrono>
#include <string>
#include <system_error>
#include <thread>

#include "catalog/connection.h"
#include "catalog/migrations.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

constexpr const char* kMakeOne = "`morgue ingest PATH` makes an archive";

/// Whether there is a file; anything else at this place is refused.
bool look_for_file(const std::filesystem::path& file) {
  std::error_code failure;
  const auto status = std::filesystem::status(file, failure);
  if (status.type() == std::filesystem::file_type::not_found) return false;
  if (failure) throw system_error(file.string() + ": cannot look at the catalog", failure.value());
  if (status.type() != std::filesystem::file_type::regular) {
    const char* what = status.type() == std::filesystem::file_type::directory ? "a folder" : "not a regular file";
    throw Error(ErrorCode::Inconsistent, file.string() + ": " + what + " where the catalog should be",
                "choose another folder for the archive (--archive DIR)");
  }
  return true;
}

std::string journal_mode(Connection& connection, const char* pragma) {
  Statement statement(connection, pragma);
  Cursor row = statement.query();
  return row.next() ? row.string(0) : std::string();
}

/// The change needs the file for itself, and SQLite does not wait for that of its own accord.
void use_write_ahead_log(Connection& connection) {
  constexpr int kAttempts = 500;
  for (int attempt = 1;; ++attempt) {
    try {
      if (journal_mode(connection, "PRAGMA journal_mode = WAL") == "wal") return;
      throw Error(ErrorCode::Io, connection.path() + ": this file system cannot hold a write-ahead log",
                  "put the archive on a local disk");
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Locked || attempt == kAttempts) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

void open_for_writing(Connection& connection) {
  const Identity identity = identify(connection);
  const auto migrations = embedded_migrations();
  // Before anything is written: a foreign database stays as it is.
  require_known(connection, identity, migrations);
  use_write_ahead_log(connection);
  if (identity.version < static_cast<std::int64_t>(migrations.size())) migrate(connection, migrations);
}

void open_for_reading(Connection& connection) {
  const Identity identity = identify(connection);
  const auto migrations = embedded_migrations();
  require_known(connection, identity, migrations);
  if (identity.fresh) throw Error(ErrorCode::Input, connection.path() + ": an empty file, no catalog yet", kMakeOne);
  if (identity.version < static_cast<std::int64_t>(migrations.size())) {
    throw Error(ErrorCode::Version,
                connection.path() + ": catalog version " + std::to_string(identity.version) +
                    " is older than this program's, " + std::to_string(migrations.size()),
                "any writing command brings it up to date, e.g. `morgue reindex`");
  }
}

}  // namespace

Catalog::Catalog(const std::filesystem::path& file, Mode mode) {
  const bool exists = look_for_file(file);
  if (mode == Mode::Read) {
    if (!exists) throw Error(ErrorCode::Input, file.string() + ": there is no archive here", kMakeOne);
    connection_ = std::make_unique<Connection>(file, Connection::Mode::Read);
    open_for_reading(*connection_);
  } else {
    connection_ = std::make_unique<Connection>(file, Connection::Mode::Write);
    open_for_writing(*connection_);
  }
}

Catalog::~Catalog() = default;

}  // namespace morgue::catalog
