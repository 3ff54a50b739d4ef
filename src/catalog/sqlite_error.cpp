// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>

namespace morgue::catalog {
namespace {

struct Meaning {
  ErrorCode code;
  const char* hint;
};

Meaning meaning(int primary) {
  switch (primary) {
    case SQLITE_FULL:
      return {ErrorCode::Io, "free some space and run the same command again; everything committed so far is kept"};
    case SQLITE_IOERR:
      return {ErrorCode::Io, "check the disk and the system log; everything committed so far is kept"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      return {ErrorCode::Io,
              "check the permissions of the file, of its -wal and -shm companions and of the folder they are in; where"
              " nothing can be written, search a backup (`morgue backup DIR`)"};
    case SQLITE_CORRUPT:
      return {ErrorCode::Inconsistent,
              "the catalog is damaged: bring a backup back with `morgue restore DIR`, or save what can be read with"
              " `morgue verify --repair`"};
    case SQLITE_NOTADB:
      return {ErrorCode::Inconsistent,
              "this file is no catalog: choose another archive, or bring a backup back with `morgue restore DIR`"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::Locked, "another process is writing to this archive; try again when it has finished"};
    case SQLITE_TOOBIG:
      return {ErrorCode::Input, "one text is larger than a catalog can hold"};
    case SQLITE_NOMEM:
      return {ErrorCode::Io, "the system is out of memory"};
    case SQLITE_INTERRUPT:
      return {ErrorCode::Interrupted, ""};
    default:
      return {ErrorCode::Internal, ""};
  }
}

}  // namespace

Error sqlite_error(sqlite3* handle, int code, const std::string& path, const std::string& doing) {
  const int failed_with = errno;
  int extended = code;
  std::string reason = sqlite3_errstr(code);
  // The handle speaks of its own last call only: not of a code that came from elsewhere (memory, a closed handle).
  if (handle != nullptr && (sqlite3_errcode(handle) & 0xFF) == (code & 0xFF)) {
    extended = sqlite3_extended_errcode(handle);
    reason = sqlite3_errmsg(handle);
  }
  // SQLite takes a page that the disk refuses for a damaged one.
  const bool refused = (extended & 0xFF) == SQLITE_CORRUPT && failed_with == EIO;
  if (refused) reason = "the disk cannot be read";
  const Meaning found = meaning(refused ? SQLITE_IOERR : extended & 0xFF);
  return {found.code, path + ": " + doing + ": " + reason + " (SQLite error " + std::to_string(extended) + ")",
          found.hint};
}

}  // namespace morgue::catalog
