// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/catalog.h"
#include "catalog/connection.h"
#include "core/error.h"

namespace morgue::catalog {

Transaction::Transaction(Catalog& catalog, Kind kind) : connection_(catalog.connection()) {
  if (connection_.in_transaction()) {
    throw Error(ErrorCode::Internal, connection_.path() + ": a transaction inside a transaction");
  }
  if (kind == Kind::Write) {
    connection_.begin_transaction("BEGIN IMMEDIATE");
    return;
  }
  connection_.begin_transaction("BEGIN");
  try {
    // BEGIN alone does not choose the snapshot; the first read does.
    connection_.execute("SELECT 1 FROM sqlite_schema LIMIT 1");
  } catch (...) {
    connection_.roll_back();
    throw;
  }
}

Transaction::~Transaction() {
  // Some failures (disk full) end the transaction by themselves.
  if (!open_ || !connection_.in_transaction()) return;
  // If it fails, nothing is lost: what was not committed is not in the file, whatever became of this handle.
  connection_.roll_back();
}

void Transaction::commit() {
  if (!open_ || !connection_.in_transaction()) {
    throw Error(ErrorCode::Internal, connection_.path() + ": commit of a transaction that has ended");
  }
  connection_.execute("COMMIT");
  open_ = false;
}

}  // namespace morgue::catalog
