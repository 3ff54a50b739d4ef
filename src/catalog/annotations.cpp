// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/annotations.h"

#include "catalog/connection.h"

namespace morgue::catalog {

AnnotationTable::AnnotationTable(Catalog& catalog)
    : connection_(catalog.connection()),
      changes_(connection_),
      insert_tag_(connection_, "INSERT OR IGNORE INTO tags (name, folded) VALUES (?1, ?2)"),
      link_(connection_,
            "INSERT OR IGNORE INTO article_tags (article_id, tag_id) SELECT ?1, id FROM tags WHERE folded = ?2"),
      unlink_(connection_,
              "DELETE FROM article_tags WHERE article_id = ?1 AND tag_id = (SELECT id FROM tags WHERE folded = ?2)"),
      forget_(connection_, "DELETE FROM tags WHERE folded = ?1 AND id NOT IN (SELECT tag_id FROM article_tags)"),
      counts_(connection_,
              "SELECT t.name, count(*) FROM tags t JOIN article_tags m ON m.tag_id = t.id"
              " JOIN articles a ON a.id = m.article_id WHERE a.hidden_until IS NULL OR a.hidden_until <= ?1"
              " GROUP BY t.id ORDER BY t.folded"),
      note_(connection_, "SELECT note FROM notes WHERE article_id = ?1"),
      write_note_(connection_,
                  "INSERT INTO notes (article_id, note) VALUES (?1, ?2)"
                  " ON CONFLICT (article_id) DO UPDATE SET note = ?2 WHERE note <> ?2"),
      remove_note_(connection_, "DELETE FROM notes WHERE article_id = ?1") {}

bool AnnotationTable::add_tag(ArticleId article, std::string_view name, std::string_view folded) {
  connection_.require_transaction("an article was tagged");
  insert_tag_.run(name, folded);
  link_.run(article, folded);
  return connection_.changed_rows() == 1;
}

bool AnnotationTable::remove_tag(ArticleId article, std::string_view folded) {
  connection_.require_transaction("a tag was removed");
  unlink_.run(article, folded);
  const bool had = connection_.changed_rows() == 1;
  if (had) forget_.run(folded);
  return had;
}

std::vector<TagCount> AnnotationTable::tags(std::int64_t now) {
  std::vector<TagCount> all;
  Cursor row = counts_.query(now);
  while (row.next()) all.push_back({row.string(0), row.integer(1)});
  return all;
}

std::string AnnotationTable::note(ArticleId article) {
  Cursor row = note_.query(article);
  return row.next() ? row.string(0) : std::string();
}

bool AnnotationTable::set_note(ArticleId article, std::string_view note) {
  connection_.require_transaction("a note was written");
  if (note.empty()) {
    remove_note_.run(article);
  } else {
    write_note_.run(article, note);
  }
  return connection_.changed_rows() == 1;
}

}  // namespace morgue::catalog
