// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/collections.h"

#include "catalog/change_stamp.h"
#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kSelect = "SELECT id, name, created, format, source, records, map_file FROM collections";

constexpr const char* kFiles =
    "SELECT count(*) FILTER (WHERE gone_at IS NULL), count(gone_at), count(problem) FILTER (WHERE gone_at IS NULL),"
    " count(*) FILTER (WHERE unfinished > 0 AND gone_at IS NULL), coalesce(sum(size) FILTER (WHERE gone_at IS NULL), "
    "0),"
    " max(read_at) FROM collection_files WHERE collection_id = ?1";

constexpr const char* kArticles =
    "SELECT count(*), max(a.date_order) FROM collection_articles c JOIN articles a ON a.id = c.article_id"
    " WHERE c.collection_id = ?1";

}  // namespace

struct CollectionTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Collection read(const Cursor& row);
  void insert_paths(std::int64_t collection, const std::vector<std::string>& patterns, bool excluded);

  Connection& connection;
  Statement all{connection, std::string(kSelect) + " ORDER BY name"};
  Statement named{connection, std::string(kSelect) + " WHERE name = ?1"};
  Statement insert{connection,
                   "INSERT INTO collections (name, created, format, source, records, map_file)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
  Statement insert_map{connection,
                       "INSERT INTO collection_maps (collection_id, position, mapping) VALUES (?1, ?2, ?3)"};
  Statement insert_path{connection,
                        "INSERT INTO collection_paths (collection_id, position, pattern, excluded) SELECT ?1,"
                        " (SELECT count(*) FROM collection_paths WHERE collection_id = ?1) + 1, ?2, ?3"
                        " WHERE NOT EXISTS (SELECT 1 FROM collection_paths WHERE collection_id = ?1 AND pattern = ?2"
                        " AND excluded = ?3)"};
  Statement maps{connection, "SELECT mapping FROM collection_maps WHERE collection_id = ?1 ORDER BY position"};
  Statement paths{connection,
                  "SELECT pattern, excluded FROM collection_paths WHERE collection_id = ?1 ORDER BY position"};
  Statement members{connection, "SELECT article_id FROM collection_articles WHERE collection_id = ?1"};
  Statement remove{connection, "DELETE FROM collections WHERE id = ?1"};
  Statement files{connection, kFiles};
  Statement articles{connection, kArticles};
  Statement join{connection, "INSERT OR IGNORE INTO collection_articles (collection_id, article_id) VALUES (?1, ?2)"};
  ChangeStamp changes{connection};
};

Collection CollectionTable::State::read(const Cursor& row) {
  Collection out;
  out.id = row.integer(0);
  out.name = row.text(1);
  out.created = row.integer(2);
  out.format = row.text(3);
  out.source = row.text(4);
  out.records = row.text(5);
  out.map_file = row.text(6);
  Cursor map = maps.query(out.id);
  while (map.next()) out.maps.push_back(map.string(0));
  Cursor path = paths.query(out.id);
  while (path.next()) (path.integer(1) == 0 ? out.paths : out.excludes).push_back(path.string(0));
  return out;
}

void CollectionTable::State::insert_paths(std::int64_t collection, const std::vector<std::string>& patterns,
                                          bool excluded) {
  for (const std::string& pattern : patterns) insert_path.run(collection, pattern, excluded ? 1 : 0);
}

CollectionTable::CollectionTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

CollectionTable::~CollectionTable() = default;

std::vector<Collection> CollectionTable::list() {
  std::vector<Collection> out;
  Cursor row = state_->all.query();
  while (row.next()) out.push_back(state_->read(row));
  return out;
}

std::optional<Collection> CollectionTable::find(std::string_view name) {
  Cursor row = state_->named.query(name);
  if (!row.next()) return std::nullopt;
  return state_->read(row);
}

std::int64_t CollectionTable::add(const Collection& collection) {
  state_->connection.require_transaction("a collection was added");
  state_->insert.run(collection.name, collection.created, collection.format, collection.source, collection.records,
                     collection.map_file);
  const std::int64_t id = state_->connection.last_insert_id();
  std::int64_t position = 0;
  for (const std::string& map : collection.maps) state_->insert_map.run(id, ++position, map);
  add_paths(id, collection.paths, collection.excludes);
  return id;
}

void CollectionTable::add_paths(std::int64_t collection, const std::vector<std::string>& paths,
                                const std::vector<std::string>& excludes) {
  state_->connection.require_transaction("paths were added to a collection");
  state_->insert_paths(collection, paths, false);
  state_->insert_paths(collection, excludes, true);
}

std::int64_t CollectionTable::remove(std::int64_t collection) {
  state_->connection.require_transaction("a collection was removed");
  std::vector<ArticleId> members;
  {
    Cursor row = state_->members.query(collection);
    while (row.next()) members.push_back(row.integer(0));
  }
  for (const ArticleId article : members) touch(article);
  state_->remove.run(collection);
  return static_cast<std::int64_t>(members.size());
}

CollectionSize CollectionTable::size(std::int64_t collection) {
  CollectionSize size;
  {
    Cursor row = state_->articles.query(collection);
    if (row.next()) {
      size.articles = row.integer(0);
      size.newest = row.optional_integer(1);
    }
  }
  Cursor row = state_->files.query(collection);
  if (row.next()) {
    size.files = row.integer(0);
    size.gone = row.integer(1);
    size.problems = row.integer(2);
    size.unfinished = row.integer(3);
    size.bytes = row.integer(4);
    size.last_read = row.optional_integer(5);
  }
  return size;
}

bool CollectionTable::join(std::int64_t collection, ArticleId article) {
  state_->connection.require_transaction("an article joined a collection");
  state_->join.run(collection, article);
  return state_->connection.changed_rows() == 1;
}

void CollectionTable::touch(ArticleId article) {
  state_->changes.mark(article);
}

}  // namespace morgue::catalog
