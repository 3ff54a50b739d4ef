// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {

/// One of the tables (id, name): each name stored once, referred to by its id.
class NameTable {
 public:
  /// `column` is the name's, `path` for dumps.
  NameTable(Connection& connection, const std::string& table, const std::string& column = "name");

  /// Of an existing name, or of a new row.
  std::int64_t id(std::string_view name);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };

  std::int64_t look_up(std::string_view name);

  Connection& connection_;
  Statement select_;
  Statement insert_;
  /// Good for one transaction: a rollback takes the rows away.
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> known_;
  std::int64_t known_in_ = 0;
};

}  // namespace morgue::catalog
