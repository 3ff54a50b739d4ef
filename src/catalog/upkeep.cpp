// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/upkeep.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "catalog/connection.h"
#include "catalog/migrations.h"
#include "catalog/sqlite_error.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

constexpr const char* kOf = "backup_of";
constexpr const char* kTime = "backup_time";
constexpr int kPagesAtOnce = 2048;

void sync_file(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw system_error("cannot open " + file.string(), errno);
  const int failure = ::fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
  ::close(fd);
  if (failure != 0) throw system_error("cannot sync " + file.string(), failure);
}

void remove_companions(const std::filesystem::path& file) {
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    std::error_code gone;
    std::filesystem::remove(file.string() + suffix, gone);
  }
}

/// All pages of `from`, as its open transaction sees them.
void copy_pages(Connection& from, Connection& to, const std::function<bool(std::int64_t, std::int64_t)>& tell) {
  const std::int64_t page = from.integer("PRAGMA page_size");
  sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (backup == nullptr) throw to.error(sqlite3_errcode(to.handle()), "cannot begin the copy");
  int code = SQLITE_OK;
  bool go_on = true;
  while (go_on && (code = sqlite3_backup_step(backup, kPagesAtOnce)) == SQLITE_OK) {
    const std::int64_t all = sqlite3_backup_pagecount(backup);
    if (tell) go_on = tell((all - sqlite3_backup_remaining(backup)) * page, all * page);
  }
  const int end = sqlite3_backup_finish(backup);
  if (!go_on) throw Error(ErrorCode::Interrupted, "interrupted while copying the catalog");
  if (code != SQLITE_DONE) throw to.error(code, "cannot copy the catalog");
  if (end != SQLITE_OK) throw to.error(end, "cannot finish the copy of the catalog");
}

}  // namespace

Standing Upkeep::standing() {
  Standing out;
  out.articles = connection_.integer("SELECT count(*) FROM articles");
  out.last_seq = connection_.integer("SELECT ifnull(max(value), 0) FROM meta WHERE name = 'last_seq'");
  out.last_run = connection_.integer("SELECT ifnull(max(id), 0) FROM runs");
  out.numbers = connection_.integer("SELECT ifnull(sum(seq), 0) FROM sqlite_sequence");
  Statement first(connection_, "SELECT id || ' ' || started || ' ' || command FROM runs ORDER BY id LIMIT 1");
  Cursor row = first.query();
  if (row.next()) out.origin = row.string(0);
  return out;
}

std::optional<BackupMark> Upkeep::mark() {
  Statement values(connection_, "SELECT (SELECT value FROM meta WHERE name = ?1), value FROM meta WHERE name = ?2");
  Cursor row = values.query(std::string(kOf), std::string(kTime));
  if (!row.next()) return std::nullopt;
  return BackupMark{row.string(0), row.integer(1)};
}

std::vector<std::string> Upkeep::locations() {
  std::vector<std::string> out;
  Statement statement(connection_, "SELECT location FROM segments ORDER BY number");
  Cursor row = statement.query();
  while (row.next()) out.push_back(row.string(0));
  return out;
}

std::optional<CatalogFile> look_at(const std::filesystem::path& file) {
  try {
    Connection connection(file, Connection::Mode::Read);
    const Identity identity = identify(connection);
    if (!identity.ours) return std::nullopt;
    CatalogFile found;
    found.version = identity.version;
    Upkeep upkeep(connection);
    found.standing = upkeep.standing();
    found.mark = upkeep.mark();
    found.locations = upkeep.locations();
    return found;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Inconsistent && error.code() != ErrorCode::Internal) throw;
    return std::nullopt;
  }
}

void empty_log(const std::filesystem::path& file) {
  Connection connection(file, Connection::Mode::Write);
  if (!Upkeep(connection).checkpoint()) {
    throw Error(ErrorCode::Locked, file.string() + ": somebody is reading it", "run the same command again later");
  }
}

void Upkeep::copy_to(const std::filesystem::path& file, const BackupMark& mark,
                     const std::map<std::int64_t, std::string>& moved,
                     const std::function<bool(std::int64_t, std::int64_t)>& tell) {
  {
    Connection copy(file, Connection::Mode::Write);
    copy.execute("PRAGMA synchronous = OFF");  // it is synced as a whole when it is complete
    copy_pages(connection_, copy, tell);
    copy.execute("PRAGMA journal_mode = DELETE");
    Statement note(copy, "INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)");
    note.run(std::string(kOf), mark.of);
    note.run(std::string(kTime), mark.time);
    Statement move(copy, "UPDATE segments SET location = ?2 WHERE number = ?1");
    for (const auto& [number, location] : moved) move.run(number, location);
    if (!Upkeep(copy).sound()) {
      throw Error(ErrorCode::Inconsistent,
                  connection_.path() + ": the catalog is damaged, and so would be a copy of it",
                  "`morgue verify` says what is damaged and what to do");
    }
  }
  remove_companions(file);
  sync_file(file);
}

void Upkeep::remove_mark() {
  Statement remove(connection_, "DELETE FROM meta WHERE name IN (?1, ?2)");
  remove.run(std::string(kOf), std::string(kTime));
}

std::int64_t Upkeep::bytes() {
  return connection_.integer("PRAGMA page_count") * connection_.integer("PRAGMA page_size");
}

std::int64_t Upkeep::free_bytes() {
  return connection_.integer("PRAGMA freelist_count") * connection_.integer("PRAGMA page_size");
}

void Upkeep::vacuum() {
  connection_.execute("VACUUM");
}

bool Upkeep::checkpoint() {
  return connection_.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
}

void Upkeep::rebuild_sql_indexes() {
  connection_.execute("REINDEX");
}

bool Upkeep::sound() {
  Statement check(connection_, "PRAGMA integrity_check(1)");
  Cursor row = check.query();
  if (!row.next()) return false;
  if (row.text(0).find("unable to get the page") != std::string_view::npos) {
    throw Error(ErrorCode::Io, connection_.path() + ": " + row.string(0),
                "check the disk and the system log; `morgue verify` looks at every page");
  }
  return row.text(0) == "ok";
}

}  // namespace morgue::catalog
