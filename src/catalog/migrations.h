// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace morgue::catalog {

class Connection;

/// One file of schema/. The number is also the `user_version` of a catalog that has it.
struct Migration {
  int number;
  std::string_view name;
  std::string_view sql;
};

/// In order of their numbers, which run from 1 without a gap.
std::span<const Migration> embedded_migrations();

/// "MORG", in the header of every catalog; `file` and we recognise it by this.
inline constexpr std::int64_t kApplicationId = 0x4D4F5247;

/// What a database is, by its header and schema. `version` is its number of migrations.
struct Identity {
  bool fresh = false;  ///< holds nothing at all
  bool ours = false;
  std::int64_t version = 0;
};
Identity identify(Connection& connection);

/// Throws Error{Inconsistent} unless the database is ours or fresh, Error{Version} when it is newer than `migrations`.
void require_known(Connection& connection, const Identity& identity, std::span<const Migration> migrations);

/// Brings a fresh or older catalog up to date in one transaction; others wait for it, or find nothing left to do.
void migrate(Connection& connection, std::span<const Migration> migrations);

}  // namespace morgue::catalog
