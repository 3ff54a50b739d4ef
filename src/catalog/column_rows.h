// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

#include "catalog/connection.h"
#include "catalog/id_list.h"
#include "catalog/statement.h"

namespace morgue::catalog {

/// A column, and the one with the id of what it is about; the table is stored in the order of these.
struct Column {
  const char* table;
  const char* id;
  const char* value;
};

namespace detail {

using Ids = std::span<const std::int64_t>;

/// Ids that one statement looks up: bounds the memory its parameter takes.
inline constexpr std::size_t kIdsAtOnce = 100000;
/// Walking over a row costs about an eighth of finding it by its id.
inline constexpr std::int64_t kRowsWorthWalking = 8;

/// Reads all rows (id, value) from the first to the last of `ids`, and calls `use` with those that are among them.
template <typename Use>
void walk_rows(Connection& connection, const Column& column, Ids ids, Use& use) {
  Statement statement(connection, std::string("SELECT ") + column.id + ", " + column.value + " FROM " + column.table +
                                      " WHERE " + column.id + " BETWEEN ?1 AND ?2 ORDER BY " + column.id);
  auto wanted = ids.begin();
  Cursor row = statement.query(ids.front(), ids.back());
  while (row.next()) {
    const std::int64_t id = row.integer(0);
    while (wanted != ids.end() && *wanted < id) ++wanted;
    if (wanted == ids.end()) return;
    if (*wanted == id) use(row);
  }
}

template <typename Use>
void find_rows(Connection& connection, const Column& column, Ids ids, Use& use) {
  // CROSS JOIN keeps the ids outermost.
  Statement statement(connection, std::string("SELECT t.") + column.id + ", t." + column.value +
                                      " FROM json_each(?1) j CROSS JOIN " + column.table + " t ON t." + column.id +
                                      " = j.value");
  for (std::size_t begin = 0; begin < ids.size(); begin += kIdsAtOnce) {
    Cursor row = statement.query(id_list(ids.subspan(begin, std::min(kIdsAtOnce, ids.size() - begin))));
    while (row.next()) use(row);
  }
}

}  // namespace detail

/// Calls `use` with the rows (id, value) of `ids`, which are sorted, in this order.
template <typename Use>
void for_each_row(Connection& connection, const Column& column, std::span<const std::int64_t> ids, Use&& use) {
  if (ids.empty()) return;
  // Ids may be of anything; those of rows are positive.
  const std::int64_t largest = connection.integer(std::string("SELECT max(") + column.id + ") FROM " + column.table);
  const std::int64_t first = std::max<std::int64_t>(ids.front(), 1);
  const std::int64_t last = std::clamp<std::int64_t>(ids.back(), 0, std::max<std::int64_t>(largest, 0));
  if (last - first <= static_cast<std::int64_t>(ids.size()) * detail::kRowsWorthWalking) {
    detail::walk_rows(connection, column, ids, use);
  } else {
    detail::find_rows(connection, column, ids, use);
  }
}

}  // namespace morgue::catalog
