// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/article_reader.h"

#include <algorithm>
#include <string>

#include "catalog/content_hash.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

constexpr const char* kArticle =
    "SELECT a.key, a.revision, a.published, a.published_origin, a.updated, s.name, c.name, a.language, a.url,"
    " a.dateline, a.cluster, a.embargo, a.status, n.note FROM articles a JOIN sources s ON s.id = a.source_id"
    " LEFT JOIN sections c ON c.id = a.section_id LEFT JOIN notes n ON n.article_id = a.id WHERE a.id = ?1";

constexpr const char* kRevision =
    "SELECT r.revision, d.path, r.record, r.text_hash, r.words, r.headline, r.summary, r.body_bytes, r.body_coding,"
    " r.body, r.id, r.run_id, r.recorded_at, r.issued FROM revisions r JOIN dumps d ON d.id = r.dump_id WHERE "
    "r.article_id = ?1";

Error damaged(ArticleId id, const std::string& what) {
  return {ErrorCode::Inconsistent, "article " + std::to_string(id) + " is damaged in the catalog: " + what,
          "restore the catalog from a backup"};
}

std::optional<Timestamp> timestamp(const Cursor& row, int column, ArticleId id) {
  if (row.is_null(column)) return std::nullopt;
  const auto read = Timestamp::from_string(row.text(column));
  if (!read) throw damaged(id, "it has an impossible date");
  return read;
}

}  // namespace

ArticleReader::ArticleReader(Connection& connection)
    : article_(connection, kArticle),
      revision_(connection, std::string(kRevision) + " AND r.revision = ?2"),
      revisions_(connection, std::string(kRevision) + " ORDER BY r.revision"),
      lists_(connection),
      facts_(connection),
      collections_(connection,
                   "SELECT c.name FROM collection_articles m JOIN collections c ON c.id = m.collection_id"
                   " WHERE m.article_id = ?1 ORDER BY c.name"),
      tags_(connection,
            "SELECT t.name FROM article_tags m JOIN tags t ON t.id = m.tag_id WHERE m.article_id = ?1"
            " ORDER BY t.folded") {}

std::optional<StoredArticle> ArticleReader::metadata(ArticleId id) {
  Cursor row = article_.query(id);
  if (!row.next()) return std::nullopt;
  StoredArticle article;
  article.id = id;
  article.key = row.text(0);
  article.revision = static_cast<int>(row.integer(1));
  article.published = timestamp(row, 2, id);
  const auto origin = date_origin_from_string(row.text(3));
  if (!origin) throw damaged(id, "it has an unknown date origin");
  article.published_origin = *origin;
  article.updated = timestamp(row, 4, id);
  article.source = row.text(5);
  article.section = row.text(6);
  article.language = row.text(7);
  article.url = row.text(8);
  article.dateline = row.text(9);
  article.cluster = row.optional_integer(10);
  article.embargo = timestamp(row, 11, id);
  article.status = item_status_from_string(row.text(12));
  article.user_note = row.text(13);
  lists_.read(id, article);
  Cursor collection = collections_.query(id);
  while (collection.next()) article.collections.push_back(collection.string(0));
  Cursor tag = tags_.query(id);
  while (tag.next()) article.user_tags.push_back(tag.string(0));
  return article;
}

void ArticleReader::fill_text(const Cursor& row, StoredArticle& article) {
  article.revision = static_cast<int>(row.integer(0));
  article.dump = row.text(1);
  article.record = row.integer(2);
  article.words = row.integer(4);
  article.headline = row.text(5);
  article.summary = row.text(6);
  article.body = codec_.unpack({row.text(8), row.blob(9)}, row.integer(7), article.id);
  if (!std::ranges::equal(text_hash(article), row.blob(3)))
    throw damaged(article.id, "its text is not what was stored");
}

std::optional<StoredArticle> ArticleReader::find(ArticleId id) {
  auto article = metadata(id);
  if (!article) return std::nullopt;
  Cursor row = revision_.query(id, article->revision);
  if (!row.next()) throw damaged(id, "revision " + std::to_string(article->revision) + " is missing");
  fill_text(row, *article);
  return article;
}

Revision ArticleReader::make_revision(const Cursor& row, const StoredArticle& present) {
  Revision revision;
  static_cast<StoredArticle&>(revision) = present;
  revision.present = row.integer(0) == present.revision;
  if (!revision.present) revision.metadata_kept = facts_.read(row.integer(10), revision);
  fill_text(row, revision);
  revision.run = row.integer(11);
  revision.recorded_at = row.integer(12);
  revision.issued = row.optional_integer(13);
  return revision;
}

std::vector<Revision> ArticleReader::revisions(ArticleId id) {
  std::vector<Revision> all;
  const auto present = metadata(id);
  if (!present) return all;
  Cursor row = revisions_.query(id);
  while (row.next()) all.push_back(make_revision(row, *present));
  if (all.empty() || !all.back().present) {
    throw damaged(id, "revision " + std::to_string(present->revision) + " is missing");
  }
  return all;
}

std::optional<Revision> ArticleReader::revision(ArticleId id, std::int64_t number) {
  const auto present = metadata(id);
  if (!present) return std::nullopt;
  Cursor row = revision_.query(id, number);
  if (!row.next()) return std::nullopt;
  return make_revision(row, *present);
}

}  // namespace morgue::catalog
