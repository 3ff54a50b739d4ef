// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/past.h"

#include <string>

#include "catalog/article_reader.h"
#include "catalog/column_rows.h"
#include "catalog/connection.h"
#include "catalog/revision_changes.h"
#include "catalog/revision_facts.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

// Rows of texts are large: beyond so many it is better to look through the index of all of them.
constexpr std::int64_t kFewRows = 5'000;

constexpr const char* kOfArticles =
    "SELECT article_id, coalesce(max(revision) FILTER (WHERE id <= ?1), 0), count(*) FILTER (WHERE id <= ?1)"
    " FROM revisions GROUP BY article_id HAVING max(id) > ?1 ORDER BY article_id";

constexpr const char* kOfRecentRows =
    "SELECT r.article_id, coalesce(max(r.revision) FILTER (WHERE r.id <= ?1), 0), count(*) FILTER (WHERE r.id <= ?1)"
    " FROM (SELECT DISTINCT article_id FROM revisions WHERE id > ?1) n"
    " CROSS JOIN revisions r ON r.article_id = n.article_id"
    " GROUP BY r.article_id ORDER BY r.article_id";

[[noreturn]] void throw_missing(const ArticleThen& then) {
  throw Error(ErrorCode::Inconsistent,
              "article " + std::to_string(then.id) + " is damaged in the catalog: revision " +
                  std::to_string(then.revision) + " is missing",
              "restore the catalog from a backup");
}

}  // namespace

Moment moment_at(Catalog& catalog, std::int64_t second) {
  Statement statement(catalog.connection(), "SELECT max(id) FROM runs WHERE started <= ?1");
  Cursor row = statement.query(second);
  return {row.next() ? row.optional_integer(0).value_or(0) : 0, second};
}

std::optional<Moment> moment_of_run(Catalog& catalog, std::int64_t run) {
  Statement statement(catalog.connection(), "SELECT 1 FROM runs WHERE id = ?1");
  if (!statement.query(run).next()) return std::nullopt;
  return Moment{run};
}

std::optional<std::int64_t> first_run_began(Catalog& catalog) {
  Statement statement(catalog.connection(), "SELECT started FROM runs ORDER BY id LIMIT 1");
  Cursor row = statement.query();
  if (!row.next()) return std::nullopt;
  return row.integer(0);
}

struct Past::State {
  State(Connection& connection_, const Moment& moment)
      : connection(connection_), largest(connection.integer("SELECT coalesce(max(id), 0) FROM revisions")) {
    last = last_row(moment);
  }

  /// The last row of revisions that was there: they are numbered as they were stored.
  std::int64_t last_row(const Moment& moment) {
    std::int64_t low = 0;
    std::int64_t high = largest;
    while (low < high) {
      const std::int64_t middle = low + (high - low) / 2;
      Cursor row = next_row.query(middle + 1);  // rows that were purged leave gaps
      if (!row.next()) {
        high = middle;
        continue;
      }
      const std::int64_t run = row.integer(1);
      const bool there = run < moment.run || (run == moment.run && row.integer(2) <= moment.second);
      if (there) {
        low = row.integer(0);
      } else {
        high = middle;
      }
    }
    return low;
  }

  Connection& connection;
  std::int64_t largest = 0;
  std::int64_t last = 0;
  ArticleReader reader{connection};
  RevisionFacts facts{connection};
  RevisionChanges changes{connection};
  Statement next_row{connection, "SELECT id, run_id, recorded_at FROM revisions WHERE id >= ?1 ORDER BY id LIMIT 1"};
  Statement row_of{connection, "SELECT id FROM revisions WHERE article_id = ?1 AND revision = ?2"};
};

Past::Past(Catalog& catalog, const Moment& moment) : state_(std::make_unique<State>(catalog.connection(), moment)) {}

Past::~Past() = default;

std::vector<ArticleThen> Past::changed_since() {
  std::vector<ArticleThen> changed;
  const bool few = state_->largest - state_->last <= kFewRows;
  Statement statement(state_->connection, few ? kOfRecentRows : kOfArticles);
  Cursor row = statement.query(state_->last);
  while (row.next()) {
    // A text that was issued earlier than others and came in later changes nothing that was seen.
    changed.push_back({row.integer(0), row.integer(1), row.integer(2)});
  }
  return changed;
}

StoredArticle Past::metadata(const ArticleThen& then) {
  auto article = state_->reader.metadata(then.id);
  Cursor row = state_->row_of.query(then.id, then.revision);
  if (!article || !row.next()) throw_missing(then);
  if (article->revision != then.revision) state_->facts.read(row.integer(0), *article);
  article->revision = static_cast<int>(then.revision);
  return std::move(*article);
}

Revision Past::article(const ArticleThen& then) {
  auto article = state_->reader.revision(then.id, then.revision);
  if (!article) throw_missing(then);
  if (then.texts > 1) {
    if (const auto present = state_->reader.metadata(then.id)) {
      article->changed = state_->changes.of(*present, state_->last);
    }
  }
  return std::move(*article);
}

void Past::for_each_document(std::span<const ArticleId> ids,
                             const std::function<void(std::int64_t segment, std::uint32_t docid)>& use) {
  constexpr unsigned kDocidBits = 32;
  for_each_row(state_->connection, {"indexed", "article_id", "segment << 32 | docid"}, ids, [&](const Cursor& row) {
    const std::int64_t place = row.integer(1);
    use(place >> kDocidBits, static_cast<std::uint32_t>(place & std::numeric_limits<std::uint32_t>::max()));
  });
}

}  // namespace morgue::catalog
