// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/migrations.h"

#include <string>

#include "catalog/connection.h"

namespace morgue::catalog {

namespace {

Identity read_identity(Connection& connection) {
  const std::int64_t application = connection.integer("PRAGMA application_id");
  Identity identity;
  identity.version = connection.integer("PRAGMA user_version");
  identity.ours = application == kApplicationId;
  identity.fresh = application == 0 && identity.version == 0 &&
                   connection.integer("SELECT count(*) FROM (SELECT 1 FROM sqlite_schema LIMIT 1)") == 0;
  return identity;
}

}  // namespace

Identity identify(Connection& connection) {
  if (connection.in_transaction()) return read_identity(connection);
  // The parts must be of one moment: another process may be creating the catalog right now.
  connection.begin_transaction("BEGIN");
  try {
    const Identity identity = read_identity(connection);
    connection.execute("COMMIT");
    return identity;
  } catch (...) {
    if (connection.in_transaction()) connection.execute("ROLLBACK");
    throw;
  }
}

void require_known(Connection& connection, const Identity& identity, std::span<const Migration> migrations) {
  if (!identity.ours && !identity.fresh) {
    throw Error(ErrorCode::Inconsistent, connection.path() + ": a SQLite database of another program, not a catalog",
                "choose another folder for the archive (--archive DIR)");
  }
  const auto known = static_cast<std::int64_t>(migrations.size());
  if (identity.version < 0 || (identity.ours && identity.version == 0)) {
    throw Error(ErrorCode::Inconsistent,
                connection.path() + ": impossible catalog version " + std::to_string(identity.version),
                "the catalog is damaged: bring a backup back with `morgue restore DIR`");
  }
  if (identity.version > known) {
    throw Error(ErrorCode::Version,
                connection.path() + ": catalog version " + std::to_string(identity.version) +
                    " is newer than this program's, " + std::to_string(known),
                "use the morgue that wrote this archive, or a newer one");
  }
}

void migrate(Connection& connection, std::span<const Migration> migrations) {
  // Looked at again under the write lock: another process may have been faster, or newer.
  connection.begin_transaction("BEGIN IMMEDIATE");
  try {
    const Identity identity = identify(connection);
    require_known(connection, identity, migrations);
    for (const Migration& migration : migrations.subspan(static_cast<std::size_t>(identity.version))) {
      connection.execute(std::string(migration.sql));
      connection.execute("PRAGMA user_version = " + std::to_string(migration.number));
    }
    connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    connection.execute("COMMIT");
  } catch (...) {
    if (connection.in_transaction()) connection.execute("ROLLBACK");
    throw;
  }
}

}  // namespace morgue::catalog
