// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/run_log.h"

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kSelect =
    "SELECT id, command, started, finished, exit_code, records, added, revised, unchanged, duplicates, rejected FROM "
    "runs";

constexpr const char* kUpdate =
    "UPDATE runs SET records = ?2, added = ?3, revised = ?4, unchanged = ?5, duplicates = ?6, rejected = ?7"
    " WHERE id = ?1";

Run read_run(const Cursor& row) {
  Run run;
  run.id = row.integer(0);
  run.command = row.text(1);
  run.started = row.integer(2);
  run.finished = row.optional_integer(3);
  if (!row.is_null(4)) run.exit_code = static_cast<int>(row.integer(4));
  run.counts = {row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9), row.integer(10)};
  return run;
}

}  // namespace

struct RunLog::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Connection& connection;
  Statement start{connection, "INSERT INTO runs (command, started) VALUES (?1, ?2)"};
  Statement update{connection, kUpdate};
  Statement finish{connection, "UPDATE runs SET exit_code = ?2, finished = ?3 WHERE id = ?1"};
  Statement find{connection, std::string(kSelect) + " WHERE id = ?1"};
  Statement recent{connection, std::string(kSelect) + " ORDER BY id DESC LIMIT ?1"};
};

RunLog::RunLog(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

RunLog::~RunLog() = default;

std::int64_t RunLog::start(const std::string& command, std::int64_t now) {
  state_->start.run(command, now);
  return state_->connection.last_insert_id();
}

void RunLog::update(std::int64_t run, const RunCounts& counts) {
  state_->update.run(run, counts.records, counts.added, counts.revised, counts.unchanged, counts.duplicates,
                     counts.rejected);
  if (state_->connection.changed_rows() != 1) {
    throw Error(ErrorCode::Internal, state_->connection.path() + ": there is no run " + std::to_string(run));
  }
}

void RunLog::finish(std::int64_t run, const RunCounts& counts, int exit_code, std::int64_t now) {
  update(run, counts);
  state_->finish.run(run, exit_code, now);
}

std::optional<Run> RunLog::find(std::int64_t run) {
  Cursor row = state_->find.query(run);
  if (!row.next()) return std::nullopt;
  return read_run(row);
}

std::vector<Run> RunLog::recent(std::size_t limit) {
  std::vector<Run> runs;
  Cursor row = state_->recent.query(limit);
  while (row.next()) runs.push_back(read_run(row));
  return runs;
}

}  // namespace morgue::catalog
