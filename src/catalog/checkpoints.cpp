// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/checkpoints.h"

#include <algorithm>
#include <span>

#include "catalog/connection.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

constexpr const char* kList =
    "SELECT path, size, modified, inode, hash, edges, \"offset\", unfinished, records, read_at, gone_at, problem"
    " FROM collection_files WHERE collection_id = ?1 ORDER BY path";

constexpr const char* kSave =
    "INSERT OR REPLACE INTO collection_files (collection_id, path, size, modified, inode, hash, edges, \"offset\","
    " unfinished, records, read_at, gone_at, problem)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

std::optional<ContentHash> hash_of(const Cursor& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  ContentHash hash{};
  const auto bytes = row.blob(column);
  // Of another length it equals none.
  std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
  return hash;
}

std::optional<std::span<const std::byte>> bytes_of(const std::optional<ContentHash>& hash) {
  if (!hash) return std::nullopt;
  return std::span<const std::byte>(*hash);
}

}  // namespace

struct CheckpointTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Connection& connection;
  Statement list{connection, kList};
  Statement save{connection, kSave};
  Statement gone{connection,
                 "UPDATE collection_files SET gone_at = ?3 WHERE collection_id = ?1 AND path = ?2"
                 " AND gone_at IS NULL"};
};

CheckpointTable::CheckpointTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

CheckpointTable::~CheckpointTable() = default;

std::vector<Checkpoint> CheckpointTable::list(std::int64_t collection) {
  std::vector<Checkpoint> out;
  Cursor row = state_->list.query(collection);
  while (row.next()) {
    Checkpoint& file = out.emplace_back();
    file.path = row.text(0);
    file.size = row.integer(1);
    file.modified = row.integer(2);
    file.inode = row.integer(3);
    file.hash = hash_of(row, 4);
    file.edges = hash_of(row, 5);
    file.offset = row.optional_integer(6);
    file.unfinished = row.integer(7);
    file.records = row.integer(8);
    file.read_at = row.optional_integer(9);
    file.gone_at = row.optional_integer(10);
    if (!row.is_null(11)) file.problem = row.string(11);
  }
  return out;
}

void CheckpointTable::save(std::int64_t collection, const Checkpoint& file) {
  state_->connection.require_transaction("a checkpoint was saved");
  state_->save.run(collection, file.path, file.size, file.modified, file.inode, bytes_of(file.hash),
                   bytes_of(file.edges), file.offset, file.unfinished, file.records, file.read_at, file.gone_at,
                   file.problem);
}

void CheckpointTable::mark_gone(std::int64_t collection, std::string_view path, std::int64_t now) {
  state_->connection.require_transaction("a file was marked as gone");
  state_->gone.run(collection, path, now);
}

}  // namespace morgue::catalog
