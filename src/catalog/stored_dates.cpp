// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/stored_dates.h"

#include "catalog/column_rows.h"
#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {

void for_each_date(Catalog& catalog, std::span<const ArticleId> ids,
                   const std::function<void(const StoredDate&)>& use) {
  constexpr Column kDates = {"articles", "id", "source_id, published"};
  for_each_row(catalog.connection(), kDates, ids, [&use](const Cursor& row) {
    use({row.integer(0), row.integer(1), row.is_null(2) ? std::nullopt : Timestamp::from_string(row.text(2))});
  });
}

std::optional<std::int64_t> stored_at(Catalog& catalog, ArticleId id) {
  Statement statement(catalog.connection(),
                      "SELECT r.recorded_at FROM articles a JOIN revisions r ON r.article_id = a.id AND"
                      " r.revision = a.revision WHERE a.id = ?1");
  Cursor row = statement.query(id);
  if (!row.next()) return std::nullopt;
  return row.integer(0);
}

std::map<std::int64_t, std::string> source_names(Catalog& catalog) {
  std::map<std::int64_t, std::string> names;
  Statement statement(catalog.connection(), "SELECT id, name FROM sources");
  Cursor row = statement.query();
  while (row.next()) names.emplace(row.integer(0), row.string(1));
  return names;
}

}  // namespace morgue::catalog
