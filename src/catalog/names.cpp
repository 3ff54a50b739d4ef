// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/names.h"

#include <string>
#include <unordered_set>

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

/// The table of the names, and where articles are linked to them.
struct Place {
  const char* names;
  const char* links;
  const char* article;
  const char* name;
};

Place place_of(NameKind kind) {
  switch (kind) {
    case NameKind::Author:
      return {"authors", "article_authors", "article_id", "name_id"};
    case NameKind::Topic:
      return {"topics", "article_topics", "article_id", "name_id"};
    case NameKind::Place:
      return {"places", "article_places", "article_id", "name_id"};
    case NameKind::Person:
      return {"people", "article_people", "article_id", "name_id"};
    case NameKind::Organization:
      return {"organizations", "article_organizations", "article_id", "name_id"};
    case NameKind::Source:
      return {"sources", "articles", "id", "source_id"};
    case NameKind::Section:
      break;
  }
  return {"sections", "articles", "id", "section_id"};
}

/// Names that an article which is not to be shown carries: few articles are hidden, and there is an index of them.
std::unordered_set<std::int64_t> names_of_hidden(Connection& connection, const Place& place, std::int64_t now) {
  const std::string sql = std::string("SELECT l.") + place.name + " FROM articles a JOIN " + place.links + " l ON l." +
                          place.article + " = a.id WHERE a.hidden_until > ?1 AND l." + place.name + " IS NOT NULL";
  Statement select(connection, sql);
  std::unordered_set<std::int64_t> names;
  Cursor row = select.query(now);
  while (row.next()) names.insert(row.integer(0));
  return names;
}

}  // namespace

void for_each_name(Catalog& catalog, NameKind kind, std::int64_t now,
                   const std::function<bool(std::string_view)>& wanted,
                   const std::function<bool(std::string_view)>& use) {
  Connection& connection = catalog.connection();
  const Place place = place_of(kind);
  const auto doubtful = names_of_hidden(connection, place, now);
  Statement shown(connection, std::string("SELECT 1 FROM ") + place.links + " l JOIN articles a ON a.id = l." +
                                  place.article + " WHERE l." + place.name +
                                  " = ?1 AND (a.hidden_until IS NULL OR a.hidden_until <= ?2) LIMIT 1");
  Statement select(connection, std::string("SELECT id, name FROM ") + place.names + " WHERE name <> '' ORDER BY name");
  Cursor row = select.query();
  while (row.next()) {
    if (!wanted(row.text(1))) continue;
    if (doubtful.contains(row.integer(0)) && !shown.query(row.integer(0), now).next()) continue;
    if (!use(row.text(1))) return;
  }
}

}  // namespace morgue::catalog
