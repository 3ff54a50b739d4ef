// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/power/catalog_print.h"

#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace morgue::power {
namespace {

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

/// All rows of a query, columns parted by tabs. An error is a line of its own.
std::string rows(sqlite3* handle, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  std::string out;
  if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    return std::string("damaged: ") + sqlite3_errmsg(handle) + "\n";
  }
  int code = SQLITE_OK;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
      out.append(bytes == nullptr ? "" : bytes, size).append("\t");
    }
    out += "\n";
  }
  if (code != SQLITE_DONE) out = std::string("damaged: ") + sqlite3_errmsg(handle) + "\n";
  sqlite3_finalize(statement);
  return out;
}

}  // namespace

std::string print_catalog(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return {};
  sqlite3* opened = nullptr;
  if (sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
    sqlite3_close(opened);
    return "damaged: cannot be opened";
  }
  const Handle handle(opened, sqlite3_close);
  const std::string check = rows(opened, "PRAGMA integrity_check");
  if (check != "ok\t\n") return "damaged: " + check;
  std::string all;
  const std::string tables = rows(opened, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  for (std::size_t at = 0; at < tables.size(); at = tables.find('\n', at) + 1) {
    const std::string table = tables.substr(at, tables.find('\t', at) - at);
    const std::string found = rows(opened, "SELECT * FROM \"" + table + "\"");
    if (found.starts_with("damaged")) return found;
    all += table + ":\n" + found;
  }
  return all;
}

}  // namespace morgue::power
