// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/saved_searches.h"

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kSelect =
    "SELECT id, name, query, note, created, watched, command, report, reported_at, segment, failures, problem"
    " FROM saved_searches";

SavedSearch read(const Cursor& row) {
  SavedSearch out;
  out.id = row.integer(0);
  out.name = row.text(1);
  out.query = row.text(2);
  out.note = row.text(3);
  out.created = row.integer(4);
  out.watched = row.integer(5) != 0;
  out.command = row.text(6);
  out.report = row.integer(7);
  out.reported_at = row.optional_integer(8);
  out.segment = row.integer(9);
  out.failures = row.integer(10);
  if (!row.is_null(11)) out.problem = row.string(11);
  return out;
}

}  // namespace

struct SavedSearchTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Connection& connection;
  Statement all{connection, std::string(kSelect) + " ORDER BY name"};
  Statement named{connection, std::string(kSelect) + " WHERE name = ?1"};
  Statement insert{connection, "INSERT INTO saved_searches (name, query, note, created) VALUES (?1, ?2, ?3, ?4)"};
  Statement replace{connection, "UPDATE saved_searches SET query = ?2, note = ?3 WHERE id = ?1"};
  Statement remove{connection, "DELETE FROM saved_searches WHERE id = ?1"};
  Statement watch{connection,
                  "UPDATE saved_searches SET watched = 1, command = ?2, failures = 0, problem = NULL WHERE id = ?1"};
  Statement unwatch{connection,
                    "UPDATE saved_searches SET watched = 0, command = '', segment = 0, failures = 0, problem = NULL"
                    " WHERE id = ?1"};
  Statement forget{connection, "DELETE FROM reported_articles WHERE search_id = ?1"};
  Statement fail{connection, "UPDATE saved_searches SET failures = failures + 1, problem = ?2 WHERE id = ?1"};
};

SavedSearchTable::SavedSearchTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

SavedSearchTable::~SavedSearchTable() = default;

std::vector<SavedSearch> SavedSearchTable::list() {
  std::vector<SavedSearch> out;
  Cursor row = state_->all.query();
  while (row.next()) out.push_back(read(row));
  return out;
}

std::optional<SavedSearch> SavedSearchTable::find(std::string_view name) {
  Cursor row = state_->named.query(name);
  if (!row.next()) return std::nullopt;
  return read(row);
}

std::int64_t SavedSearchTable::add(const SavedSearch& search) {
  state_->connection.require_transaction("a search was saved");
  state_->insert.run(search.name, search.query, search.note, search.created);
  return state_->connection.last_insert_id();
}

void SavedSearchTable::replace(std::int64_t id, std::string_view query, std::string_view note) {
  state_->connection.require_transaction("a saved search was replaced");
  state_->replace.run(id, query, note);
}

void SavedSearchTable::remove(std::int64_t id) {
  state_->connection.require_transaction("a saved search was removed");
  state_->remove.run(id);
}

void SavedSearchTable::watch(std::int64_t id, std::string_view command) {
  state_->connection.require_transaction("a saved search was watched");
  state_->watch.run(id, command);
}

void SavedSearchTable::unwatch(std::int64_t id) {
  state_->connection.require_transaction("a saved search was no longer watched");
  state_->forget.run(id);
  state_->unwatch.run(id);
}

void SavedSearchTable::note_failure(std::int64_t id, std::string_view problem) {
  state_->connection.require_transaction("a failure was noted");
  state_->fail.run(id, problem);
}

}  // namespace morgue::catalog
