// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/name_table.h"

namespace morgue::catalog {
namespace {

/// Bounds the memory; a table with more names than this is asked more often.
constexpr std::size_t kMaxKnown = 50000;

}  // namespace

NameTable::NameTable(Connection& connection, const std::string& table, const std::string& column)
    : connection_(connection),
      select_(connection, "SELECT id FROM " + table + " WHERE " + column + " = ?1"),
      insert_(connection, "INSERT INTO " + table + " (" + column + ") VALUES (?1)") {}

std::int64_t NameTable::id(std::string_view name) {
  if (known_in_ != connection_.transaction_number() || known_.size() >= kMaxKnown) {
    known_.clear();
    known_in_ = connection_.transaction_number();
  }
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  const std::int64_t id = look_up(name);
  known_.emplace(name, id);
  return id;
}

std::int64_t NameTable::look_up(std::string_view name) {
  {
    Cursor row = select_.query(name);
    if (row.next()) return row.integer(0);
  }
  insert_.run(name);
  return connection_.last_insert_id();
}

}  // namespace morgue::catalog
