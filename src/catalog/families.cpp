// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/families.h"

#include <algorithm>
#include <map>
#include <string>

#include "catalog/body_codec.h"
#include "catalog/change_stamp.h"
#include "catalog/connection.h"
#include "catalog/content_hash.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr std::size_t kCommonplace = 64;

constexpr const char* kText =
    "SELECT r.headline, r.summary, r.body_bytes, r.body_coding, r.body, r.text_hash FROM articles a"
    " JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision - ?2 WHERE a.id = ?1";

constexpr const char* kCarriers =
    "SELECT a.id, s.name, a.published FROM articles a JOIN sources s ON s.id = a.source_id"
    " WHERE a.id IN (SELECT ?1 UNION ALL SELECT id FROM articles WHERE cluster = ?1)"
    " ORDER BY a.date_order IS NULL, a.date_order, a.id";

constexpr const char* kBytes =
    "SELECT r.body_bytes FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision"
    " WHERE a.id = ?1";

/// Signed, so that a hash takes no more than four bytes of a row.
std::int32_t stored(std::uint32_t hash) {
  return static_cast<std::int32_t>(hash);
}

}  // namespace

struct FamilyTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Connection& connection;
  BodyCodec codec;
  Statement insert{connection, "INSERT OR IGNORE INTO sketches (hash, article_id) VALUES (?1, ?2)"};
  Statement remove{connection, "DELETE FROM sketches WHERE hash = ?1 AND article_id = ?2"};
  Statement is_rebuilding{connection, "SELECT 1 FROM meta WHERE name = 'rebuilding_families'"};
  Statement begin_rebuilding{connection, "INSERT OR REPLACE INTO meta (name, value) VALUES ('rebuilding_families', 1)"};
  Statement end_rebuilding{connection, "DELETE FROM meta WHERE name = 'rebuilding_families'"};
  Statement with_hash{connection, "SELECT article_id FROM sketches WHERE hash = ?1 LIMIT ?2"};
  Statement text{connection, kText};
  Statement bytes{connection, kBytes};
  Statement family{connection, "SELECT coalesce(cluster, id) FROM articles WHERE id = ?1"};
  Statement member{connection, "SELECT 1 FROM articles WHERE cluster = ?1 AND id <> ?1 LIMIT 1"};
  Statement carriers{connection, kCarriers};
  Statement set{connection, "UPDATE articles SET cluster = ?2 WHERE id = ?1 AND cluster IS NOT ?2"};
  ChangeStamp changes{connection};
  Statement articles{connection, "SELECT id FROM articles WHERE id > ?1 ORDER BY id LIMIT ?2"};
};

FamilyTable::FamilyTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

FamilyTable::~FamilyTable() = default;

void FamilyTable::add_sketch(ArticleId id, std::span<const std::uint32_t> sketch) {
  state_->connection.require_transaction("a sketch was added");
  for (const std::uint32_t hash : sketch) state_->insert.run(stored(hash), id);
}

void FamilyTable::remove_sketch(ArticleId id, std::span<const std::uint32_t> sketch) {
  state_->connection.require_transaction("a sketch was removed");
  for (const std::uint32_t hash : sketch) state_->remove.run(stored(hash), id);
}

void FamilyTable::clear_sketches() {
  state_->connection.require_transaction("the sketches were removed");
  state_->connection.execute("DELETE FROM sketches");
}

bool FamilyTable::rebuilding() {
  return state_->is_rebuilding.query().next();
}

void FamilyTable::set_rebuilding(bool rebuilding) {
  state_->connection.require_transaction("a rebuilding of families was noted");
  (rebuilding ? state_->begin_rebuilding : state_->end_rebuilding).run();
}

std::vector<Relative> FamilyTable::relatives(ArticleId id, std::span<const std::uint32_t> sketch) {
  std::map<ArticleId, std::size_t> shared;
  std::vector<ArticleId> having;
  for (const std::uint32_t hash : sketch) {
    having.clear();
    Cursor row = state_->with_hash.query(stored(hash), kCommonplace + 1);
    while (row.next()) having.push_back(row.integer(0));
    if (having.size() > kCommonplace) continue;
    for (const ArticleId other : having) {
      if (other != id) ++shared[other];
    }
  }
  std::vector<Relative> relatives;
  relatives.reserve(shared.size());
  for (const auto& [other, count] : shared) relatives.push_back({other, count});
  std::ranges::stable_sort(relatives, std::ranges::greater{}, &Relative::shared);
  return relatives;
}

std::optional<FamilyTable::Text> FamilyTable::text(ArticleId id, int back) {
  Cursor row = state_->text.query(id, back);
  if (!row.next()) return std::nullopt;
  Article article;
  article.headline = row.text(0);
  article.summary = row.text(1);
  article.body = state_->codec.unpack({row.text(3), row.blob(4)}, row.integer(2), id);
  if (!std::ranges::equal(text_hash(article), row.blob(5))) {
    throw Error(ErrorCode::Inconsistent,
                "article " + std::to_string(id) + " is damaged in the catalog: its text is not what was stored",
                "restore the catalog from a backup");
  }
  return Text{std::move(article.headline), std::move(article.body)};
}

std::int64_t FamilyTable::body_bytes(ArticleId id) {
  Cursor row = state_->bytes.query(id);
  return row.next() ? row.integer(0) : 0;
}

ArticleId FamilyTable::family(ArticleId id) {
  Cursor row = state_->family.query(id);
  return row.next() ? row.integer(0) : id;
}

bool FamilyTable::is_founder(ArticleId id) {
  return state_->member.query(id).next();
}

void FamilyTable::set_cluster(ArticleId id, std::optional<ArticleId> family) {
  state_->connection.require_transaction("an article was put into a family");
  state_->set.run(id, family);
}

void FamilyTable::change_cluster(ArticleId id, std::optional<ArticleId> family) {
  set_cluster(id, family);
  if (state_->connection.changed_rows() == 0) return;
  state_->changes.mark(id);
}

std::vector<Carrier> FamilyTable::carriers(ArticleId family) {
  std::vector<Carrier> carriers;
  Cursor row = state_->carriers.query(family);
  while (row.next()) {
    carriers.push_back({row.integer(0), row.string(1), Timestamp::from_string(row.text(2))});
  }
  return carriers;
}

std::vector<ArticleId> FamilyTable::articles(ArticleId after, std::size_t limit) {
  std::vector<ArticleId> ids;
  Cursor row = state_->articles.query(after, limit);
  while (row.next()) ids.push_back(row.integer(0));
  return ids;
}

}  // namespace morgue::catalog
