// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/salvage.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "catalog/body_codec.h"
#include "catalog/catalog.h"
#include "catalog/connection.h"
#include "catalog/content_hash.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

/// Made again from the rest.
const std::set<std::string, std::less<>> kDerived = {"segments", "segment_files", "tombstones",     "indexed",
                                                     "pending",  "sketches",      "sqlite_sequence"};

constexpr const char* kRestore = "bring a backup back with `morgue restore DIR`";

struct FinishStatement {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, FinishStatement>;

/// Values go over as they are, whatever their type: beneath Statement, which knows what it reads.
Prepared prepare(Connection& connection, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) throw connection.error(code, "cannot prepare the salvage");
  return Prepared(statement);
}

struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::string> key;
  bool has_rowid = true;
};

std::string quoted(const std::string& name) {
  return "\"" + name + "\"";
}

std::string list(const std::vector<std::string>& names, const std::string& behind = "") {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + quoted(name) + behind;
  return out;
}

std::vector<Table> tables_of(Connection& connection) {
  std::vector<Table> tables;
  Statement names(connection,
                  "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                  " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
  Cursor row = names.query();
  while (row.next()) {
    Table& table = tables.emplace_back();
    table.name = row.text(0);
    table.has_rowid = row.integer(1) == 0;
    Statement columns(connection, "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid");
    Cursor column = columns.query(table.name);
    while (column.next()) {
      table.columns.push_back(column.string(0));
      if (column.integer(1) > 0) table.key.push_back(column.string(0));
    }
  }
  return tables;
}

class Salvager {
 public:
  Salvager(Connection& damaged, Connection& fresh, std::int64_t last_segment, const std::function<bool()>& go_on)
      : damaged_(damaged), fresh_(fresh), last_segment_(last_segment), go_on_(go_on) {}

  Salvaged run() {
    fresh_.execute("PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF; PRAGMA synchronous = OFF");
    fresh_.begin_transaction("BEGIN IMMEDIATE");
    for (const Table& table : tables_of(fresh_)) {
      if (kDerived.contains(table.name) || !is_in_damaged(table.name)) continue;
      copy(table);
    }
    if (rows_ == 0) throw Error(ErrorCode::Inconsistent, damaged_.path() + ": nothing in it can be read", kRestore);
    mend();
    keep_numbers();
    fresh_.execute("COMMIT");
    fresh_.integer("PRAGMA wal_checkpoint(TRUNCATE)");
    return result_;
  }

 private:
  /// Copies rows until the end (true) or until one cannot be read. `last`: the rowid of the last one copied.
  bool copy_rows(sqlite3_stmt* from, sqlite3_stmt* into, int columns, bool has_rowid, std::int64_t& last) {
    for (;;) {
      const int code = sqlite3_step(from);
      if (code == SQLITE_DONE) return true;
      if (code != SQLITE_ROW) {
        const int primary = code & 0xFF;
        if (primary == SQLITE_CORRUPT || primary == SQLITE_IOERR || primary == SQLITE_NOTADB) return false;
        throw damaged_.error(code, "cannot read the damaged catalog");
      }
      if (++rows_ % 1000 == 0 && go_on_ && !go_on_()) {
        throw Error(ErrorCode::Interrupted, "interrupted while saving the catalog", "run the command again");
      }
      const int first = has_rowid ? 1 : 0;
      if (has_rowid) last = sqlite3_column_int64(from, 0);
      for (int i = 0; i < columns; ++i) sqlite3_bind_value(into, i + 1, sqlite3_column_value(from, first + i));
      const int written = sqlite3_step(into);
      sqlite3_reset(into);
      if (written == SQLITE_DONE) continue;
      // A row with values that none has is not one.
      if ((written & 0xFF) != SQLITE_CONSTRAINT && (written & 0xFF) != SQLITE_MISMATCH) {
        throw fresh_.error(written, "cannot write the new catalog");
      }
      lost(current_);
    }
  }

  /// A catalog of an earlier version lacks what came later.
  bool is_in_damaged(const std::string& table) {
    Statement look(damaged_, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    return look.query(table).next();
  }

  void copy(const Table& table) {
    current_ = table.name;
    std::string marks;
    for (std::size_t i = 1; i <= table.columns.size(); ++i) {
      marks.append(marks.empty() ? "?" : ", ?").append(std::to_string(i));
    }
    const auto into = prepare(fresh_, "INSERT OR REPLACE INTO " + quoted(table.name) + " (" + list(table.columns) +
                                          ") VALUES (" + marks + ")");
    try {
      if (table.has_rowid) {
        copy_by_rowid(table, into.get());
      } else {
        copy_from_both_ends(table, into.get());
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent) throw;
      lost(table.name);  // not even its root can be read
    }
  }

  /// Around pages that cannot be read, by jumping on until one can.
  void copy_by_rowid(const Table& table, sqlite3_stmt* into) {
    const auto from = prepare(damaged_, "SELECT rowid, " + list(table.columns) + " FROM " + quoted(table.name) +
                                            " NOT INDEXED WHERE rowid > ?1 ORDER BY rowid");
    const auto probe = prepare(
        damaged_, "SELECT rowid FROM " + quoted(table.name) + " NOT INDEXED WHERE rowid > ?1 ORDER BY rowid LIMIT 1");
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (bool first = true;; first = false) {
      sqlite3_reset(from.get());
      sqlite3_bind_int64(from.get(), 1, last);
      if (copy_rows(from.get(), into, static_cast<int>(table.columns.size()), true, last)) return;
      lost(table.name);
      if (first && last < 0) last = 0;
      const auto next = next_readable(probe.get(), last);
      if (!next) return;
      last = *next;
    }
  }

  static bool readable(sqlite3_stmt* probe, std::int64_t after) {
    sqlite3_reset(probe);
    sqlite3_bind_int64(probe, 1, after);
    const int code = sqlite3_step(probe);
    sqlite3_reset(probe);
    return code == SQLITE_ROW || code == SQLITE_DONE;
  }

  /// The smallest rowid behind which something can be read.
  static std::optional<std::int64_t> next_readable(sqlite3_stmt* probe, std::int64_t after) {
    constexpr std::int64_t kFar = std::int64_t{1} << 40;
    std::int64_t bad = after;
    std::int64_t step = 1;
    while (!readable(probe, after + step)) {
      bad = after + step;
      step *= 2;
      if (step > kFar) return std::nullopt;
    }
    std::int64_t good = after + step;
    while (good - bad > 1) {
      const std::int64_t middle = bad + (good - bad) / 2;
      (readable(probe, middle) ? good : bad) = middle;
    }
    return good;
  }

  void copy_from_both_ends(const Table& table, sqlite3_stmt* into) {
    const std::string select = "SELECT " + list(table.columns) + " FROM " + quoted(table.name) + " ORDER BY ";
    std::int64_t none = 0;
    const auto forwards = prepare(damaged_, select + list(table.key));
    if (copy_rows(forwards.get(), into, static_cast<int>(table.columns.size()), false, none)) return;
    lost(table.name);
    const auto backwards = prepare(damaged_, select + list(table.key, " DESC"));
    copy_rows(backwards.get(), into, static_cast<int>(table.columns.size()), false, none);
  }

  void lost(const std::string& table) {
    ++result_.lost_rows_around;
    if (std::ranges::find(result_.tables, table) == result_.tables.end()) result_.tables.push_back(table);
  }

  void mend();
  void drop_damaged_texts();
  void keep_numbers();

  Connection& damaged_;
  Connection& fresh_;
  std::int64_t last_segment_;
  const std::function<bool()>& go_on_;
  std::string current_;
  std::int64_t rows_ = 0;
  Salvaged result_;
};

/// What others refer to must be there, by whatever name; and an article is its present text.
void Salvager::mend() {
  drop_damaged_texts();
  for (const auto& [table, sql] :
       {std::pair{"sources",
                  "INSERT OR IGNORE INTO sources (id, name) SELECT DISTINCT source_id,"
                  " 'lost source ' || source_id FROM articles WHERE source_id NOT IN (SELECT id FROM sources)"},
        {"dumps",
         "INSERT OR IGNORE INTO dumps (id, path) SELECT DISTINCT dump_id, 'lost dump ' || dump_id"
         " FROM revisions WHERE dump_id NOT IN (SELECT id FROM dumps)"},
        {"runs",
         "INSERT OR IGNORE INTO runs (id, command, started, finished, exit_code) SELECT DISTINCT run_id,"
         " 'lost run', 0, 0, 0 FROM revisions WHERE run_id NOT IN (SELECT id FROM runs)"},
        // What was withdrawn must not come back because it is forgotten why.
        {"takedowns",
         "INSERT OR IGNORE INTO takedowns (number, made, reason, hidden_until, state, ended)"
         " SELECT takedown, 0, 'lost with a page of the catalog', 9223372036854775807,"
         " iif(max(kind = 'piece'), 'purging', iif(max(kind = 'key'), 'purged', 'withheld')),"
         " iif(max(kind = 'key') AND NOT max(kind = 'piece'), 0, NULL)"
         " FROM (SELECT takedown, kind FROM withdrawn UNION ALL SELECT takedown, 'piece' FROM purge_traces"
         " UNION ALL SELECT takedown, '' FROM takedown_articles)"
         " WHERE takedown NOT IN (SELECT number FROM takedowns) GROUP BY takedown"}}) {
    fresh_.execute(sql);
    if (fresh_.changed_rows() > 0 && std::ranges::find(result_.tables, table) == result_.tables.end()) {
      result_.tables.emplace_back(table);
    }
  }
  fresh_.execute(
      "UPDATE articles SET section_id = NULL WHERE section_id NOT IN (SELECT id FROM sections);"
      "DELETE FROM rejects WHERE run_id NOT IN (SELECT id FROM runs) OR dump_id NOT IN (SELECT id FROM dumps)");
  fresh_.execute("DELETE FROM revisions WHERE article_id NOT IN (SELECT id FROM articles)");
  result_.lost_texts = fresh_.changed_rows();
  fresh_.execute("DELETE FROM articles WHERE id NOT IN (SELECT article_id FROM revisions)");
  result_.lost_articles = fresh_.changed_rows();
  fresh_.execute(
      "DELETE FROM revisions WHERE revision >"
      " (SELECT a.revision FROM articles a WHERE a.id = revisions.article_id)");
  fresh_.execute(
      "UPDATE articles SET revision = (SELECT max(r.revision) FROM revisions r WHERE r.article_id = articles.id)"
      " WHERE revision <> (SELECT max(r.revision) FROM revisions r WHERE r.article_id = articles.id)");
  result_.older_texts = fresh_.changed_rows();
  fresh_.execute("INSERT OR IGNORE INTO meta (name, value) VALUES ('last_seq', 0), ('last_segment', 0)");
  fresh_.execute(
      "UPDATE meta SET value = max(value, (SELECT ifnull(max(seq), 0) FROM articles)) WHERE name = 'last_seq';"
      "DELETE FROM pending; INSERT INTO pending (article_id) SELECT id FROM articles");
  result_.articles = fresh_.integer("SELECT count(*) FROM articles");
  if (result_.articles == 0 && result_.lost_texts > 0) {
    throw Error(ErrorCode::Inconsistent, damaged_.path() + ": no article in it can be read; it stays as it is",
                kRestore);
  }
}

/// Of what takes the place of a lost page nothing is a text, even if it can be read.
void Salvager::drop_damaged_texts() {
  std::vector<std::int64_t> damaged;
  {
    BodyCodec codec;
    Statement texts(
        fresh_, "SELECT id, article_id, text_hash, headline, summary, body_bytes, body_coding, body FROM revisions");
    Cursor row = texts.query();
    while (row.next()) {
      try {
        const std::string body = codec.unpack({row.text(6), row.blob(7)}, row.integer(5), row.integer(1));
        if (std::ranges::equal(content_hash({row.text(3), row.text(4), body}), row.blob(2))) continue;
      } catch (const Error& error) {
        if (error.code() != ErrorCode::Inconsistent) throw;
      }
      damaged.push_back(row.integer(0));
    }
  }
  Statement drop(fresh_, "DELETE FROM revisions WHERE id = ?1");
  for (const std::int64_t id : damaged) drop.run(id);
  if (!damaged.empty()) lost("revisions");
}

/// No number is given twice, though what had it may be lost.
void Salvager::keep_numbers() {
  Statement segment(fresh_, "UPDATE meta SET value = max(value, ?1) WHERE name = 'last_segment'");
  segment.run(last_segment_);
  try {
    Statement keep(fresh_, "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1");
    Statement given(damaged_, "SELECT name, seq FROM sqlite_sequence");
    Cursor row = given.query();
    while (row.next()) keep.run(row.text(0), row.integer(1));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Inconsistent) throw;
    lost("sqlite_sequence");
  }
}

constexpr std::string_view kHeading("SQLite format 3\0", 16);
constexpr std::size_t kHeaderBytes = 100;
constexpr std::uintmax_t kApplication = 0x4D4F5247;

/// SQLite refuses a file that ends before its header says. With zeros in the place of what is lost it reads the rest.
void pad(const std::filesystem::path& file) {
  std::array<unsigned char, kHeaderBytes> header{};
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(header.data()), header.size());
  if (!in || !std::equal(kHeading.begin(), kHeading.end(), header.begin())) return;
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::uintmax_t value = 0;
    for (std::size_t i = at; i < at + bytes; ++i) value = value << 8U | header.at(i);
    return value;
  };
  if (number(68, 4) != kApplication) return;
  const std::uintmax_t page = number(16, 2) == 1 ? 65536 : number(16, 2);
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  if (!failure && number(28, 4) * page > size) std::filesystem::resize_file(file, number(28, 4) * page, failure);
}

/// By its tables: the header may be all that is wrong.
void require_catalog(const std::filesystem::path& file) {
  Connection connection(file, Connection::Mode::Read);
  const auto known = connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('articles', 'revisions')");
  if (known != 2) throw Error(ErrorCode::Inconsistent, file.string() + ": is no catalog", kRestore);
}

}  // namespace

Salvaged salvage(const std::filesystem::path& damaged, const std::filesystem::path& fresh, std::int64_t last_segment,
                 const std::function<bool()>& go_on) {
  pad(damaged);
  require_catalog(damaged);
  // Pages of the log go into the file whatever they are.
  Connection(damaged, Connection::Mode::Write).integer("PRAGMA wal_checkpoint(TRUNCATE)");
  Connection from(damaged, Connection::Mode::Read);
  Catalog into(fresh, Catalog::Mode::Write);
  return Salvager(from, into.connection(), last_segment, go_on).run();
}

}  // namespace morgue::catalog
