// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/mend.h"

#include <utility>

#include "catalog/change_stamp.h"
#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

/// Links and derived rows: table, its column, whom that must name.
struct Reference {
  const char* table;
  const char* column;
  const char* parent;
};

constexpr Reference kReferences[] = {
    {"sketches", "article_id", "articles (id)"},
    {"pending", "article_id", "articles (id)"},
    {"indexed", "article_id", "articles (id)"},
    {"indexed", "segment", "segments (number)"},
    {"tombstones", "segment", "segments (number)"},
    {"segment_files", "segment", "segments (number)"},
    {"collection_articles", "article_id", "articles (id)"},
    {"collection_articles", "collection_id", "collections (id)"},
    {"article_tags", "article_id", "articles (id)"},
    {"article_tags", "tag_id", "tags (id)"},
    {"notes", "article_id", "articles (id)"},
    {"article_authors", "article_id", "articles (id)"},
    {"article_authors", "name_id", "authors (id)"},
    {"article_topics", "article_id", "articles (id)"},
    {"article_topics", "name_id", "topics (id)"},
    {"article_places", "article_id", "articles (id)"},
    {"article_places", "name_id", "places (id)"},
    {"article_people", "article_id", "articles (id)"},
    {"article_people", "name_id", "people (id)"},
    {"article_organizations", "article_id", "articles (id)"},
    {"article_organizations", "name_id", "organizations (id)"},
    {"revision_facts", "revision_id", "revisions (id)"},
    {"rejects", "run_id", "runs (id)"},
    {"rejects", "dump_id", "dumps (id)"},
    {"remarks", "run_id", "runs (id)"},
    {"remarks", "dump_id", "dumps (id)"},
    {"run_collections", "run_id", "runs (id)"},
    {"run_lines", "run_id", "runs (id)"},
    {"collection_maps", "collection_id", "collections (id)"},
    {"collection_paths", "collection_id", "collections (id)"},
    {"collection_files", "collection_id", "collections (id)"},
    {"reported_articles", "search_id", "saved_searches (id)"},
};

}  // namespace

std::int64_t Mender::run(const std::string& sql) {
  Statement statement(connection_, sql);
  statement.run();
  return connection_.changed_rows();
}

std::int64_t Mender::remove_orphans() {
  connection_.require_transaction("orphans were removed");
  std::int64_t removed = 0;
  for (const Reference& reference : kReferences) {
    const std::string parent = reference.parent;
    const auto at = parent.find(" (");
    removed += run("DELETE FROM " + std::string(reference.table) + " WHERE " + reference.column + " NOT IN (SELECT " +
                   parent.substr(at + 2, parent.size() - at - 3) + " FROM " + parent.substr(0, at) + ")");
  }
  return removed;
}

std::int64_t Mender::renumber() {
  connection_.require_transaction("changes were numbered");
  run("INSERT OR IGNORE INTO meta (name, value) VALUES ('last_seq', 0), ('last_segment', 0)");
  std::int64_t changed =
      run("UPDATE meta SET value = (SELECT max(seq) FROM articles)"
          " WHERE name = 'last_seq' AND value < (SELECT max(seq) FROM articles)");
  changed +=
      run("UPDATE meta SET value = (SELECT max(number) FROM segments)"
          " WHERE name = 'last_segment' AND value < (SELECT max(number) FROM segments)");
  std::vector<std::int64_t> repeated;
  {
    Statement statement(connection_,
                        "SELECT id FROM articles WHERE seq IN (SELECT seq FROM articles GROUP BY seq HAVING"
                        " count(*) > 1) AND id NOT IN (SELECT min(id) FROM articles GROUP BY seq) ORDER BY id");
    Cursor row = statement.query();
    while (row.next()) repeated.push_back(row.integer(0));
  }
  ChangeStamp changes(connection_);
  for (const std::int64_t id : repeated) {
    changes.mark(id);
    ++changed;
  }
  return changed;
}

std::int64_t Mender::clear_lost_families() {
  connection_.require_transaction("families were cleared");
  return run(
      "UPDATE articles SET cluster = NULL WHERE cluster IS NOT NULL"
      " AND cluster NOT IN (SELECT id FROM articles WHERE cluster IS NULL)");
}

std::int64_t Mender::mend_places() {
  connection_.require_transaction("places were mended");
  std::int64_t changed =
      run("DELETE FROM indexed WHERE (segment, docid) IN (SELECT segment, docid FROM tombstones)"
          " OR (segment, docid) IN (SELECT segment, docid FROM indexed GROUP BY segment, docid HAVING count(*) > 1)"
          " OR docid > (SELECT documents FROM segments WHERE number = segment)"
          " OR seq > (SELECT seq FROM articles WHERE id = article_id)");
  changed += run("DELETE FROM tombstones WHERE docid > (SELECT documents FROM segments WHERE number = segment)");
  changed +=
      run("INSERT INTO pending (article_id) SELECT a.id FROM articles a LEFT JOIN indexed i ON i.article_id = a.id"
          " WHERE i.seq IS NOT a.seq AND a.id NOT IN (SELECT article_id FROM pending)");
  changed +=
      run("DELETE FROM pending WHERE article_id IN (SELECT a.id FROM articles a JOIN indexed i ON i.article_id = a.id"
          " WHERE i.seq = a.seq)");
  return changed;
}

std::vector<std::int64_t> Mender::unaccounted_segments() {
  std::vector<std::int64_t> numbers;
  Statement statement(connection_,
                      "SELECT number FROM segments WHERE documents <>"
                      " (SELECT count(*) FROM indexed WHERE segment = number)"
                      " + (SELECT count(*) FROM tombstones WHERE segment = number)"
                      " OR number NOT IN (SELECT segment FROM segment_files)");
  Cursor row = statement.query();
  while (row.next()) numbers.push_back(row.integer(0));
  return numbers;
}

}  // namespace morgue::catalog
