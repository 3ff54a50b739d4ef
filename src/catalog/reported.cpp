// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/reported.h"

#include <algorithm>

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kPresent =
    "SELECT a.seq, i.seq, (SELECT r.id FROM revisions r WHERE r.article_id = a.id AND r.revision = a.revision),"
    " coalesce(a.status, '') = 'canceled', a.hidden_until"
    " FROM articles a LEFT JOIN indexed i ON i.article_id = a.id WHERE a.id = ?1";

}  // namespace

struct ReportedTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  void write(std::int64_t search, const ReportedChanges& changes);

  Connection& connection;
  Statement list{connection,
                 "SELECT article_id, seq, revision_id, canceled FROM reported_articles WHERE search_id = ?1"
                 " ORDER BY article_id"};
  Statement newest{connection, "SELECT coalesce(max(number), 0) FROM segments"};
  // By segment, so that what was indexed long ago is not looked at.
  Statement since{connection,
                  "SELECT i.article_id, i.seq FROM segments s CROSS JOIN indexed i ON i.segment = s.number"
                  " WHERE s.number > ?1"};
  Statement canceled{connection, "SELECT id FROM articles WHERE status = 'canceled' ORDER BY id"};
  Statement present{connection, kPresent};
  Statement number{connection, "SELECT revision FROM revisions WHERE id = ?1"};
  Statement row{connection, "SELECT id FROM revisions WHERE article_id = ?1 AND revision = ?2"};
  Statement put{connection,
                "INSERT INTO reported_articles (search_id, article_id, seq, revision_id, canceled)"
                " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET seq = ?3, revision_id = ?4, canceled = ?5"};
  Statement forget{connection, "DELETE FROM reported_articles WHERE search_id = ?1 AND article_id = ?2"};
  Statement forget_all{connection, "DELETE FROM reported_articles WHERE search_id = ?1"};
  Statement deliver{connection,
                    "UPDATE saved_searches SET report = ?2, reported_at = ?3, segment = ?4, failures = 0,"
                    " problem = NULL WHERE id = ?1 AND report = ?2 - 1 AND watched = 1"};
  Statement adjust{connection, "UPDATE saved_searches SET segment = ?3 WHERE id = ?1 AND report = ?2 AND watched = 1"};
};

void ReportedTable::State::write(std::int64_t search, const ReportedChanges& changes) {
  if (changes.from_start) forget_all.run(search);
  for (const ReportedArticle& article : changes.put) {
    put.run(search, article.id, article.seq, article.revision, article.canceled ? 1 : 0);
  }
  for (const ArticleId id : changes.forgotten) forget.run(search, id);
}

ReportedTable::ReportedTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

ReportedTable::~ReportedTable() = default;

std::vector<ReportedArticle> ReportedTable::list(std::int64_t search) {
  std::vector<ReportedArticle> out;
  Cursor row = state_->list.query(search);
  while (row.next()) out.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3) != 0});
  return out;
}

std::int64_t ReportedTable::newest_segment() {
  Cursor row = state_->newest.query();
  return row.next() ? row.integer(0) : 0;
}

std::vector<std::pair<ArticleId, std::int64_t>> ReportedTable::indexed_since(std::int64_t segment) {
  std::vector<std::pair<ArticleId, std::int64_t>> out;
  Cursor row = state_->since.query(segment);
  while (row.next()) out.emplace_back(row.integer(0), row.integer(1));
  std::ranges::sort(out);
  return out;
}

std::vector<ArticleId> ReportedTable::canceled() {
  std::vector<ArticleId> out;
  Cursor row = state_->canceled.query();
  while (row.next()) out.push_back(row.integer(0));
  return out;
}

std::optional<PresentArticle> ReportedTable::present(ArticleId id) {
  Cursor row = state_->present.query(id);
  if (!row.next()) return std::nullopt;
  return PresentArticle{row.integer(0), row.optional_integer(1), row.integer(2), row.integer(3) != 0,
                        row.optional_integer(4)};
}

std::int64_t ReportedTable::revision_number(std::int64_t row) {
  Cursor found = state_->number.query(row);
  return found.next() ? found.integer(0) : 0;
}

std::int64_t ReportedTable::revision_row(ArticleId id, std::int64_t number) {
  Cursor found = state_->row.query(id, number);
  return found.next() ? found.integer(0) : 0;
}

bool ReportedTable::deliver(std::int64_t search, std::int64_t number, const ReportedChanges& changes,
                            std::int64_t now) {
  state_->connection.require_transaction("a report was delivered");
  state_->deliver.run(search, number, now, changes.segment);
  if (state_->connection.changed_rows() != 1) return false;
  state_->write(search, changes);
  return true;
}

bool ReportedTable::adjust(std::int64_t search, std::int64_t number, const ReportedChanges& changes) {
  state_->connection.require_transaction("reported articles were adjusted");
  state_->adjust.run(search, number, changes.segment);
  if (state_->connection.changed_rows() != 1) return false;
  state_->write(search, changes);
  return true;
}

}  // namespace morgue::catalog
