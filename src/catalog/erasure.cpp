// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/erasure.h"

#include <array>
#include <map>
#include <string>
#include <vector>

#include "catalog/article_lists.h"
#include "catalog/connection.h"
#include "catalog/families.h"
#include "catalog/id_list.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kThese = " IN (SELECT value FROM json_each(?1))";

void run(Connection& connection, const std::string& sql, const std::string& list) {
  Statement(connection, sql).run(list);
}

/// A name: its table, and where ids of it stand.
struct Named {
  std::string table;
  std::vector<std::pair<std::string, std::string>> used;  ///< table and column
};

std::vector<Named> named_tables() {
  std::vector<Named> out;
  for (const ListField& field : kListFields) out.push_back({field.names, {{field.links, "name_id"}}});
  out.push_back({"tags", {{"article_tags", "tag_id"}}});
  out.push_back({"sections", {{"articles", "section_id"}}});
  out.push_back({"sources", {{"articles", "source_id"}}});
  out.push_back({"dumps", {{"revisions", "dump_id"}, {"rejects", "dump_id"}, {"remarks", "dump_id"}}});
  return out;
}

/// Whoever used it last: an earlier revision of what is erased may have.
void remove_unused(Connection& connection, const Named& named) {
  std::string sql = "DELETE FROM " + named.table;
  for (const auto& [table, column] : named.used) {
    sql += (&column == &named.used.front().second ? " WHERE" : " AND");
    sql += " id NOT IN (SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL)";
  }
  Statement(connection, sql).run();
}

/// Families keep a founder who is there.
void hand_on_families(Catalog& catalog, const std::string& list) {
  Connection& connection = catalog.connection();
  std::map<std::int64_t, std::vector<ArticleId>> orphans;
  {
    Statement statement(connection, std::string("SELECT cluster, id FROM articles WHERE cluster") + kThese +
                                        " AND id NOT" + kThese + " ORDER BY id");
    Cursor row = statement.query(list);
    while (row.next()) orphans[row.integer(0)].push_back(row.integer(1));
  }
  FamilyTable families(catalog);
  for (const auto& [founder, members] : orphans) {
    for (const ArticleId member : members) {
      families.change_cluster(member, member == members.front() ? std::nullopt : std::optional(members.front()));
    }
  }
}

}  // namespace

void erase_articles(Catalog& catalog, std::span<const ArticleId> ids) {
  Connection& connection = catalog.connection();
  connection.require_transaction("articles were erased");
  const std::string list = id_list(ids);
  hand_on_families(catalog, list);
  const std::string same_record =
      std::string(" WHERE (dump_id, record) IN (SELECT dump_id, record FROM revisions WHERE article_id") + kThese + ")";
  run(connection, "UPDATE rejects SET excerpt = ''" + same_record, list);
  run(connection, "DELETE FROM remarks" + same_record, list);

  run(connection,
      std::string("INSERT INTO tombstones (segment, docid) SELECT segment, docid FROM indexed"
                  " WHERE article_id") +
          kThese,
      list);
  run(connection, std::string("DELETE FROM indexed WHERE article_id") + kThese, list);
  // At once: they have no index by article, and a cascade reads them once for each.
  run(connection, std::string("DELETE FROM sketches WHERE article_id") + kThese, list);
  run(connection, std::string("DELETE FROM articles WHERE id") + kThese, list);
  for (const Named& named : named_tables()) remove_unused(connection, named);
}

std::int64_t scrub_logs(Catalog& catalog, const std::function<bool(std::string_view)>& tells) {
  struct Log {
    const char* table;
    const char* id;
    const char* column;
  };
  constexpr std::array<Log, 5> kLogs = {{{"rejects", "id", "excerpt"},
                                         {"rejects", "id", "reason"},
                                         {"remarks", "id", "remark"},
                                         {"collection_files", "path", "problem"},
                                         {"run_lines", "run_id", "line"}}};
  Connection& connection = catalog.connection();
  connection.require_transaction("logs were scrubbed");
  std::int64_t scrubbed = 0;
  for (const Log& log : kLogs) {
    std::vector<std::string> told;
    {
      Statement statement(connection, std::string("SELECT DISTINCT ") + log.column + " FROM " + log.table + " WHERE " +
                                          log.column + " <> ''");
      Cursor row = statement.query();
      while (row.next()) {
        if (tells(row.text(0))) told.push_back(row.string(0));
      }
    }
    const std::string column = log.column;
    Statement clear(connection, std::string("UPDATE ") + log.table + " SET " + column + " = " +
                                    (column == "excerpt" ? "''" : "'(withdrawn)'") + " WHERE " + column + " = ?1");
    for (const std::string& text : told) {
      clear.run(text);
      scrubbed += connection.changed_rows();
    }
  }
  return scrubbed;
}

}  // namespace morgue::catalog
