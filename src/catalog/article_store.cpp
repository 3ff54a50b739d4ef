// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/article_store.h"

#include <algorithm>
#include <string_view>

#include "catalog/article_lists.h"
#include "catalog/article_reader.h"
#include "catalog/connection.h"
#include "catalog/content_hash.h"
#include "catalog/name_table.h"
#include "catalog/prepared_text.h"
#include "catalog/revision_changes.h"
#include "catalog/revision_facts.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kInsertArticle =
    "INSERT INTO articles (source_id, key, revision, seq, date_order, published, published_origin, updated, section_id,"
    " language, url, dateline, embargo, hidden_until, status)"
    " VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

constexpr const char* kUpdateArticle =
    "UPDATE articles SET revision = ?2, seq = ?3, date_order = ?4, published = ?5, published_origin = ?6, updated = ?7,"
    " section_id = ?8, language = ?9, url = ?10, dateline = ?11, embargo = ?12, hidden_until = ?13, status = ?14"
    " WHERE id = ?1";

constexpr const char* kSetRelease =
    "UPDATE articles SET embargo = ?2, hidden_until = ?3, status = ?4 WHERE id = ?1"
    " AND (embargo IS NOT ?2 OR hidden_until IS NOT ?3 OR status IS NOT ?4)";

constexpr const char* kInsertRevision =
    "INSERT INTO revisions (article_id, revision, run_id, dump_id, record, text_hash, words, headline, summary,"
    " body_bytes, body_coding, body, issued) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// Unknown is NULL in the catalog and empty in an Article.
std::optional<std::string_view> known(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::string> written(const std::optional<Timestamp>& time) {
  if (!time) return std::nullopt;
  return time->to_string();
}

std::optional<std::int64_t> order(const std::optional<Timestamp>& time) {
  if (!time) return std::nullopt;
  return time->utc_seconds();
}

/// When the publisher issued this version of the article, if the record tells exactly.
std::optional<std::int64_t> issued(const Article& article) {
  const auto& time = article.updated ? article.updated : article.published;
  if (!time || time->precision != Precision::Second) return std::nullopt;
  return time->utc_seconds();
}

std::optional<std::int64_t> hiding(const Article& article) {
  if (article.status == ItemStatus::Withheld) return kForever;
  return order(article.embargo);
}

std::optional<std::string_view> known(ItemStatus status) {
  if (status == ItemStatus::Usable) return std::nullopt;
  return to_string(status);
}

}  // namespace

struct ArticleStore::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  PutResult put(const Article& article, const PreparedText& text, std::int64_t run);
  std::optional<Outcome> seen_before(ArticleId id, std::int64_t present, const Article& article,
                                     const ContentHash& hash, std::int64_t run);
  std::int64_t make_room(ArticleId id, std::int64_t present, const Article& article);
  ArticleId add(const Article& article, std::int64_t source, const std::string& key);
  void revise(ArticleId id, std::int64_t revision, const Article& article);
  void write_text(ArticleId id, std::int64_t revision, const Article& article, const ContentHash& hash,
                  const PackedBody& body, std::int64_t run);
  std::int64_t last_seq();
  std::int64_t next_seq();
  std::optional<std::int64_t> section(const Article& article);

  Connection& connection;
  NameTable sources{connection, "sources"};
  NameTable sections{connection, "sections"};
  NameTable dumps{connection, "dumps", "path"};
  ArticleLists lists{connection};
  ArticleReader reader{connection};
  RevisionFacts facts{connection};
  RevisionChanges changes{connection};
  TextPreparer preparer;
  Statement identify{connection, "SELECT id, revision FROM articles WHERE source_id = ?1 AND key = ?2"};
  Statement texts{connection, "SELECT text_hash, run_id, revision, issued FROM revisions WHERE article_id = ?1"};
  Statement times{connection, "SELECT revision, issued FROM revisions WHERE article_id = ?1 ORDER BY revision DESC"};
  Statement renumber{connection,
                     "UPDATE revisions SET revision = revision + 1 WHERE article_id = ?1 AND revision = ?2"};
  Statement grow{connection, "UPDATE articles SET revision = ?2, seq = ?3 WHERE id = ?1"};
  Statement set_release{connection, kSetRelease};
  Statement set_issued{connection, "UPDATE revisions SET issued = ?3 WHERE article_id = ?1 AND revision = ?2"};
  Statement set_words{connection,
                      "UPDATE revisions SET words = ?2 WHERE article_id = ?1 AND words <> ?2"
                      " AND revision = (SELECT revision FROM articles WHERE id = ?1)"};
  Statement hidden{connection, "SELECT hidden_until FROM articles WHERE id = ?1"};
  Statement insert_article{connection, kInsertArticle};
  Statement update_article{connection, kUpdateArticle};
  Statement insert_revision{connection, kInsertRevision};
  Statement insert_pending{connection, "INSERT OR IGNORE INTO pending (article_id) VALUES (?1)"};
  Statement set_last_seq{connection, "UPDATE meta SET value = ?1 WHERE name = 'last_seq'"};
  Statement get_last_seq{connection, "SELECT value FROM meta WHERE name = 'last_seq'"};
  Statement count{connection, "SELECT count(*) FROM articles"};
};

PutResult ArticleStore::State::put(const Article& article, const PreparedText& text, std::int64_t run) {
  connection.require_transaction("an article was put");
  const std::int64_t source = sources.id(article.source);
  const std::string& key = text.key;
  const ContentHash& hash = text.hash;
  const PackedBody body = packed_body(text, article);

  ArticleId id = 0;
  std::int64_t revision = 0;
  {
    Cursor row = identify.query(source, key);
    if (row.next()) {
      id = row.integer(0);
      revision = row.integer(1);
    }
  }
  if (id == 0) {
    id = add(article, source, key);
    write_text(id, 1, article, hash, body, run);
    lists.insert(id, article);
    return {Outcome::Added, id};
  }
  if (const auto outcome = seen_before(id, revision, article, hash, run)) return {*outcome, id};
  if (const std::int64_t place = make_room(id, revision, article); place <= revision) {
    grow.run(id, revision + 1, next_seq());
    insert_pending.run(id);
    write_text(id, place, article, hash, body, run);
    facts.write(id, place, article, std::nullopt);
    return {Outcome::Outdated, id};
  }
  if (const auto superseded = reader.metadata(id)) facts.write(id, revision, *superseded, superseded->cluster);
  revise(id, revision + 1, article);
  write_text(id, revision + 1, article, hash, body, run);
  lists.remove(id);
  lists.insert(id, article);
  return {Outcome::Revised, id};
}

/// Any revision counts, not only the present one: a dump with two texts of one article, read again, must add nothing.
std::optional<Outcome> ArticleStore::State::seen_before(ArticleId id, std::int64_t present, const Article& article,
                                                        const ContentHash& hash, std::int64_t run) {
  std::optional<Outcome> outcome;
  bool newest = false;
  const auto time = issued(article);
  {
    Cursor row = texts.query(id);
    while (!outcome && row.next()) {
      if (!std::ranges::equal(row.blob(0), hash)) continue;
      outcome = row.integer(1) == run ? Outcome::Duplicate : Outcome::Unchanged;
      const auto stored = row.optional_integer(3);
      newest = row.integer(2) == present && (!time || !stored || *time >= *stored);
    }
  }
  // Lifting an embargo or withdrawing an item may leave its text as it was.
  if (newest) {
    set_release.run(id, written(article.embargo), hiding(article), known(article.status));
    if (time) set_issued.run(id, present, *time);
  }
  return outcome;
}

/// The number of the revision that the article's text becomes; those issued later move up.
std::int64_t ArticleStore::State::make_room(ArticleId id, std::int64_t present, const Article& article) {
  const auto time = issued(article);
  std::int64_t place = present + 1;
  if (!time) return place;
  {
    Cursor row = times.query(id);
    while (row.next() && row.optional_integer(1).value_or(*time) > *time) place = row.integer(0);
  }
  for (std::int64_t revision = present; revision >= place; --revision) renumber.run(id, revision);
  return place;
}

ArticleId ArticleStore::State::add(const Article& article, std::int64_t source, const std::string& key) {
  insert_article.run(source, key, next_seq(), order(article.published), written(article.published),
                     to_string(article.published_origin), written(article.updated), section(article),
                     known(article.language), known(article.url), known(article.dateline), written(article.embargo),
                     hiding(article), known(article.status));
  const ArticleId id = connection.last_insert_id();
  insert_pending.run(id);
  return id;
}

void ArticleStore::State::revise(ArticleId id, std::int64_t revision, const Article& article) {
  update_article.run(id, revision, next_seq(), order(article.published), written(article.published),
                     to_string(article.published_origin), written(article.updated), section(article),
                     known(article.language), known(article.url), known(article.dateline), written(article.embargo),
                     hiding(article), known(article.status));
  insert_pending.run(id);
}

void ArticleStore::State::write_text(ArticleId id, std::int64_t revision, const Article& article,
                                     const ContentHash& hash, const PackedBody& body, std::int64_t run) {
  insert_revision.run(id, revision, run, dumps.id(article.dump), article.record, std::span<const std::byte>(hash),
                      article.words, article.headline, article.summary, article.body.size(), body.coding, body.bytes,
                      issued(article));
}

std::int64_t ArticleStore::State::last_seq() {
  Cursor row = get_last_seq.query();
  if (!row.next()) throw Error(ErrorCode::Inconsistent, connection.path() + ": meta has no last_seq");
  return row.integer(0);
}

std::int64_t ArticleStore::State::next_seq() {
  // An UPDATE with RETURNING makes a table for its row: a fiftieth of the time of an ingest.
  const std::int64_t seq = last_seq() + 1;
  set_last_seq.run(seq);
  return seq;
}

std::optional<std::int64_t> ArticleStore::State::section(const Article& article) {
  if (article.section.empty()) return std::nullopt;
  return sections.id(article.section);
}

ArticleStore::ArticleStore(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

ArticleStore::~ArticleStore() = default;

PutResult ArticleStore::put(const Article& article, std::int64_t run) {
  // Before anything is written: a body that is too large leaves no trace.
  return put(article, state_->preparer.prepare(article), run);
}

PutResult ArticleStore::put(const Article& article, const PreparedText& prepared, std::int64_t run) {
  return state_->put(article, prepared, run);
}

std::optional<StoredArticle> ArticleStore::find(ArticleId id) {
  return state_->reader.find(id);
}

std::optional<StoredArticle> ArticleStore::find_with_changes(ArticleId id) {
  auto article = state_->reader.find(id);
  if (article && article->revision > 1) article->changed = state_->changes.of(*article);
  return article;
}

std::vector<Revision> ArticleStore::revisions(ArticleId id) {
  return state_->reader.revisions(id);
}

std::optional<Revision> ArticleStore::revision(ArticleId id, std::int64_t number) {
  return state_->reader.revision(id, number);
}

std::optional<std::int64_t> ArticleStore::hidden_until(ArticleId id) {
  Cursor row = state_->hidden.query(id);
  return row.next() ? row.optional_integer(0) : std::nullopt;
}

void ArticleStore::set_words(ArticleId id, std::int64_t words) {
  state_->connection.require_transaction("words were counted");
  state_->set_words.run(id, words);
}

std::int64_t ArticleStore::count() {
  Cursor row = state_->count.query();
  return row.next() ? row.integer(0) : 0;
}

std::int64_t ArticleStore::last_seq() {
  return state_->last_seq();
}

}  // namespace morgue::catalog
