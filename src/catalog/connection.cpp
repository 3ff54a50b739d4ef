// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/connection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "catalog/sqlite_error.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

/// Writers of one archive already take turns by its lock file: this bridges only a recovery or a checkpoint.
constexpr int kBusyMilliseconds = 5000;

constexpr const char* kOpening = "cannot open the catalog";

// SQLite would create the file by the umask; -wal and -shm copy its mode. O_EXCL also means that no other handle of
// this process can hold POSIX locks on the file, which our close() would drop.
void create_private(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0) {
    ::close(descriptor);
  } else if (errno != EEXIST) {
    throw system_error(path + ": cannot create the catalog", errno);
  }
}

/// SQLite writes through links, and no catalog has any: a file that one leads to is not ours.
void require_no_links(const std::string& path) {
  for (const char* part : {"", "-wal", "-shm", "-journal"}) {
    struct stat status {};
    if (::lstat((path + part).c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) continue;
    throw Error(ErrorCode::Inconsistent, path + part + ": is a link, and files of an archive are none",
                "see where it leads, and put the file itself there, or remove the link if it is not yours");
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Mode mode)
    // Absolute, so that no name is taken for a URI or for ":memory:".
    : path_(std::filesystem::absolute(file).string()) {
  require_no_links(path_);
  if (mode == Mode::Write) create_private(path_);
  try {
    open(mode);
    configure(mode);
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}

Connection::~Connection() {
  sqlite3_close_v2(handle_);
}

void Connection::open(Mode mode) {
  const int access = mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  const int code =
      sqlite3_open_v2(path_.c_str(), &handle_, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code != SQLITE_OK) throw error(code, kOpening);
}

void Connection::configure(Mode mode) {
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
  for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_DEFENSIVE, 1}}) {
    sqlite3_db_config(handle_, option, value, nullptr);
  }
  // FULL: a commit survives a power cut; batches are large, so the price is small. secure_delete: what is taken down
  // leaves no bytes in free pages. cell_size_check: a damaged page is an error, not a misread row.
  execute(
      "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;"
      "PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8192",
      kOpening);
  // No mmap: a failing disk would be a signal instead of an error, and with cell_size_check it is slower.
  execute(mode == Mode::Read ? "PRAGMA cache_size = -8192" : "PRAGMA cache_size = -32768", kOpening);
  if (mode == Mode::Read) return;
  // Readers without the right to write cannot make a -shm file, so the last writer leaves it.
  int keep = 1;
  sqlite3_file_control(handle_, "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
}

void Connection::execute(const std::string& sql) {
  execute(sql, "cannot run \"" + sql.substr(0, sql.find('\n')) + "\"");
}

void Connection::execute(const std::string& sql, const std::string& doing) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw error(code, doing);
}

std::int64_t Connection::integer(const std::string& sql) {
  Statement statement(*this, sql);
  Cursor row = statement.query();
  if (!row.next()) throw Error(ErrorCode::Inconsistent, path_ + ": no row for \"" + sql + "\"");
  return row.integer(0);
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

void Connection::begin_transaction(const std::string& sql) {
  execute(sql);
  ++transaction_number_;
}

void Connection::roll_back() noexcept {
  sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Connection::require_transaction(const char* what) const {
  if (!in_transaction()) throw Error(ErrorCode::Internal, path_ + ": " + what + " outside a transaction");
}

std::int64_t Connection::last_insert_id() const {
  return sqlite3_last_insert_rowid(handle_);
}

std::int64_t Connection::changed_rows() const {
  return sqlite3_changes64(handle_);
}

Error Connection::error(int code, const std::string& doing) const {
  return sqlite_error(handle_, code, path_, doing);
}

}  // namespace morgue::catalog
