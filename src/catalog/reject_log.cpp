// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/reject_log.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>

#include "catalog/connection.h"
#include "catalog/name_table.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

/// `r` is rejects or remarks, `said` its reason or remark.
std::string filtered(std::string_view columns, std::string_view table, std::string_view said) {
  std::string sql = "SELECT ";
  sql.append(columns).append(" FROM ").append(table).append(" r JOIN dumps d ON d.id = r.dump_id");
  sql.append(" WHERE (?1 = 0 OR r.run_id = ?1) AND instr(d.path, ?2) > 0 AND instr(").append(said).append(", ?3) > 0");
  return sql;
}

std::string grouped(std::string_view by, std::string_view order) {
  std::string sql = filtered(std::string(by) + ", count(*)", "rejects", "r.reason");
  return sql.append(" GROUP BY ").append(by).append(" ORDER BY ").append(order);
}

}  // namespace

struct RejectLog::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  std::vector<RejectCount> count(Statement& statement, const RejectFilter& filter) const {
    std::vector<RejectCount> out;
    Cursor row = statement.query(filter.run, filter.dump, filter.reason);
    while (row.next()) out.push_back({row.string(0), row.integer(1)});
    return out;
  }

  bool forget_same(std::int64_t run, const Reject& reject);

  Connection& connection;
  /// Rejects of one dump by earlier runs, by what they said: a damaged dump has thousands.
  std::unordered_multimap<std::string, std::int64_t> earlier;
  std::string earlier_of;
  std::int64_t earlier_in = 0;  ///< run that asked
  NameTable paths{connection, "dumps", "path"};
  Statement add{connection,
                "INSERT INTO rejects (run_id, dump_id, record, \"offset\", reason, excerpt)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
  Statement add_remark{connection, "INSERT INTO remarks (run_id, dump_id, record, remark) VALUES (?1, ?2, ?3, ?4)"};
  Statement forget{connection,
                   "DELETE FROM rejects WHERE run_id < ?1 AND record = ?3"
                   " AND dump_id = (SELECT id FROM dumps WHERE path = ?2)"};
  Statement of_dump{connection,
                    "SELECT id, reason, excerpt FROM rejects"
                    " WHERE dump_id = (SELECT id FROM dumps WHERE path = ?1) AND run_id < ?2"};
  Statement remove{connection, "DELETE FROM rejects WHERE id = ?1"};
  Statement list{connection,
                 filtered("r.run_id, d.path, r.record, r.\"offset\", r.reason, r.excerpt", "rejects", "r.reason") +
                     " ORDER BY r.id"};
  Statement remarks{connection,
                    filtered("r.run_id, d.path, r.record, r.remark", "remarks", "r.remark") + " ORDER BY r.id"};
  Statement by_run{connection, grouped("CAST(r.run_id AS TEXT)", "r.run_id")};
  Statement by_dump{connection, grouped("d.path", "count(*) DESC, d.path")};
  Statement by_reason{connection, grouped("r.reason", "count(*) DESC, r.reason")};
  Statement rejected{
      connection,
      "SELECT d.path, r.record, u.command, max(u.id) FROM rejects r JOIN dumps d ON d.id = r.dump_id"
      " JOIN runs u ON u.id = r.run_id GROUP BY d.path, r.record ORDER BY CAST(d.path AS BLOB), r.record"};
  Statement last_stored{connection,
                        "SELECT d.path, max(v.record) FROM revisions v JOIN dumps d ON d.id = v.dump_id"
                        " WHERE v.dump_id IN (SELECT dump_id FROM rejects) GROUP BY v.dump_id"};
};

bool RejectLog::State::forget_same(std::int64_t run, const Reject& reject) {
  const auto said = [](std::string_view reason, std::string_view excerpt) {
    return std::string(reason).append("\n").append(excerpt);
  };
  if (earlier_of != reject.where.dump || earlier_in != run) {
    earlier.clear();
    Cursor row = of_dump.query(reject.where.dump, run);
    while (row.next()) earlier.emplace(said(row.text(1), row.text(2)), row.integer(0));
    earlier_of = reject.where.dump;
    earlier_in = run;
  }
  const auto found = earlier.find(said(reject.reason, reject.excerpt));
  if (found == earlier.end()) return false;
  remove.run(found->second);
  earlier.erase(found);
  return true;
}

RejectLog::RejectLog(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

RejectLog::~RejectLog() = default;

void RejectLog::add(std::int64_t run, const Reject& reject) {
  state_->connection.require_transaction("a reject was added");
  state_->add.run(run, state_->paths.id(reject.where.dump), reject.where.record, reject.where.offset, reject.reason,
                  reject.excerpt);
}

bool RejectLog::renew(std::int64_t run, const Reject& reject) {
  const bool known = state_->forget_same(run, reject);
  add(run, reject);
  return known;
}

void RejectLog::add_remark(std::int64_t run, const Location& where, const std::string& remark) {
  state_->connection.require_transaction("a remark was added");
  state_->add_remark.run(run, state_->paths.id(where.dump), where.record, remark);
}

void RejectLog::forget_before(std::int64_t run, const Location& where) {
  state_->connection.require_transaction("a reject was forgotten");
  state_->forget.run(run, where.dump, where.record);
}

std::vector<LoggedReject> RejectLog::list(const RejectFilter& filter) {
  std::vector<LoggedReject> out;
  Cursor row = state_->list.query(filter.run, filter.dump, filter.reason);
  while (row.next()) {
    out.push_back({row.integer(0), {{row.string(1), row.integer(2), row.integer(3)}, row.string(4), row.string(5)}});
  }
  return out;
}

std::vector<LoggedReject> RejectLog::remarks(const RejectFilter& filter) {
  std::vector<LoggedReject> out;
  Cursor row = state_->remarks.query(filter.run, filter.dump, filter.reason);
  while (row.next()) out.push_back({row.integer(0), {{row.string(1), row.integer(2), 0}, row.string(3), {}}});
  return out;
}

std::vector<RejectCount> RejectLog::counts(const RejectFilter& filter, RejectGroup group) {
  switch (group) {
    case RejectGroup::Run:
      return state_->count(state_->by_run, filter);
    case RejectGroup::Dump:
      return state_->count(state_->by_dump, filter);
    case RejectGroup::Reason:
      break;
  }
  return state_->count(state_->by_reason, filter);
}

std::vector<RejectedOfDump> RejectLog::by_dump() {
  std::map<std::string, std::int64_t, std::less<>> stored;
  Cursor last = state_->last_stored.query();
  while (last.next()) stored[last.string(0)] = last.integer(1);
  std::vector<RejectedOfDump> out;
  Cursor row = state_->rejected.query();
  while (row.next()) {
    if (out.empty() || out.back().dump != row.text(0)) out.push_back({row.string(0), {}, 0, row.string(2)});
    RejectedOfDump& dump = out.back();
    dump.records.push_back(row.integer(1));
    const auto found = stored.find(dump.dump);
    dump.last_record = std::max(dump.records.back(), found == stored.end() ? 0 : found->second);
  }
  return out;
}

}  // namespace morgue::catalog
