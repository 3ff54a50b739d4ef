// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/article_lists.h"

#include "catalog/name_table.h"
#include "catalog/statement.h"

namespace morgue::catalog {

struct ArticleLists::List {
  List(Connection& connection, const ListField& field_)
      : field(field_),
        names(connection, field_.names),
        insert(connection,
               std::string("INSERT INTO ") + field_.links + " (article_id, position, name_id) VALUES (?1, ?2, ?3)"),
        remove(connection, std::string("DELETE FROM ") + field_.links + " WHERE article_id = ?1"),
        select(connection, std::string("SELECT n.name FROM ") + field_.links + " l JOIN " + field_.names +
                               " n ON n.id = l.name_id WHERE l.article_id = ?1 ORDER BY l.position") {}

  const ListField& field;
  NameTable names;
  Statement insert;
  Statement remove;
  Statement select;
};

ArticleLists::ArticleLists(Connection& connection) {
  for (const ListField& field : kListFields) lists_.push_back(std::make_unique<List>(connection, field));
}

ArticleLists::~ArticleLists() = default;

void ArticleLists::insert(ArticleId id, const Article& article) {
  for (const auto& list : lists_) {
    std::int64_t position = 0;
    for (const std::string& name : article.*(list->field.member)) {
      list->insert.run(id, ++position, list->names.id(name));
    }
  }
}

void ArticleLists::remove(ArticleId id) {
  for (const auto& list : lists_) list->remove.run(id);
}

void ArticleLists::read(ArticleId id, Article& article) {
  for (const auto& list : lists_) {
    auto& names = article.*(list->field.member);
    names.clear();
    Cursor row = list->select.query(id);
    while (row.next()) names.push_back(row.string(0));
  }
}

}  // namespace morgue::catalog
