// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/run_details.h"

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kSave =
    "INSERT OR REPLACE INTO run_collections (run_id, collection, files, records, added, revised, unchanged, duplicates,"
    " rejected) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

constexpr const char* kList =
    "SELECT collection, files, records, added, revised, unchanged, duplicates, rejected FROM run_collections"
    " WHERE run_id = ?1 ORDER BY collection";

}  // namespace

struct RunDetails::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Connection& connection;
  Statement save{connection, kSave};
  Statement list{connection, kList};
  Statement add_line{connection,
                     "INSERT INTO run_lines (run_id, position, line) VALUES (?1,"
                     " (SELECT coalesce(max(position), 0) + 1 FROM run_lines WHERE run_id = ?1), ?2)"};
  Statement lines{connection, "SELECT line FROM run_lines WHERE run_id = ?1 ORDER BY position"};
};

RunDetails::RunDetails(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

RunDetails::~RunDetails() = default;

void RunDetails::set_collection(std::int64_t run, const RunOfCollection& of) {
  state_->connection.require_transaction("a run was described");
  const RunCounts& c = of.counts;
  state_->save.run(run, of.collection, of.files, c.records, c.added, c.revised, c.unchanged, c.duplicates, c.rejected);
}

void RunDetails::add_line(std::int64_t run, const std::string& line) {
  state_->connection.require_transaction("a run was described");
  state_->add_line.run(run, line);
}

std::vector<RunOfCollection> RunDetails::collections(std::int64_t run) {
  std::vector<RunOfCollection> out;
  Cursor row = state_->list.query(run);
  while (row.next()) {
    out.push_back({row.string(0),
                   row.integer(1),
                   {row.integer(2), row.integer(3), row.integer(4), row.integer(5), row.integer(6), row.integer(7)}});
  }
  return out;
}

std::vector<std::string> RunDetails::lines(std::int64_t run) {
  std::vector<std::string> out;
  Cursor row = state_->lines.query(run);
  while (row.next()) out.push_back(row.string(0));
  return out;
}

}  // namespace morgue::catalog
