// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/takedowns.h"

#include <algorithm>
#include <array>

#include "catalog/connection.h"
#include "catalog/content_hash.h"
#include "catalog/id_list.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr std::array<std::pair<TakedownState, std::string_view>, 4> kStates = {{
    {TakedownState::Withheld, "withheld"},
    {TakedownState::Purging, "purging"},
    {TakedownState::Purged, "purged"},
    {TakedownState::Undone, "undone"},
}};

constexpr const char* kSelect = "SELECT number, made, reason, ref, until, state, ended FROM takedowns";

constexpr const char* kOf =
    "SELECT t.number FROM takedown_articles m JOIN takedowns t ON t.number = m.takedown WHERE m.article_id = ?1"
    " AND (t.state IN ('purging', 'purged') OR (t.state = 'withheld' AND t.hidden_until > ?2))"
    " ORDER BY t.state = 'withheld', t.number LIMIT 1";

constexpr const char* kDocuments =
    "SELECT DISTINCT i.segment, i.docid FROM takedowns t CROSS JOIN takedown_articles m ON m.takedown = t.number"
    " CROSS JOIN indexed i ON i.article_id = m.article_id WHERE t.state = 'withheld' AND t.hidden_until > ?1"
    " ORDER BY 1, 2";

constexpr const char* kRelatives =
    "WITH asked AS (SELECT value AS id FROM json_each(?1)),"
    " families AS (SELECT DISTINCT coalesce(a.cluster, a.id) AS id FROM asked CROSS JOIN articles a ON a.id = asked.id)"
    " SELECT a.id FROM families f CROSS JOIN articles a ON a.id = f.id"
    " WHERE a.id NOT IN (SELECT id FROM asked) AND coalesce(a.hidden_until, ?2) <= ?2"
    " UNION SELECT a.id FROM families f CROSS JOIN articles a ON a.cluster = f.id"
    " WHERE a.id NOT IN (SELECT id FROM asked) AND coalesce(a.hidden_until, ?2) <= ?2 ORDER BY 1";

}  // namespace

std::string_view to_string(TakedownState state) {
  return std::ranges::find(kStates, state, &std::pair<TakedownState, std::string_view>::first)->second;
}

bool Takedown::in_force(std::int64_t now) const {
  if (state == TakedownState::Undone) return false;
  return state != TakedownState::Withheld || !until || until->utc_seconds() > now;
}

struct TakedownTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Takedown read(const Cursor& row);
  std::vector<ArticleId> members(std::int64_t number);
  void set_state(std::int64_t number, TakedownState from, TakedownState to, std::optional<std::int64_t> ended);
  void show(ArticleId id);

  Connection& connection;
  Statement insert{connection,
                   "INSERT INTO takedowns (made, reason, ref, until, hidden_until, state)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, 'withheld')"};
  Statement insert_member{connection, "INSERT INTO takedown_articles (takedown, article_id) VALUES (?1, ?2)"};
  Statement hide{connection, "UPDATE articles SET hidden_until = max(?2, coalesce(hidden_until, ?2)) WHERE id = ?1"};
  Statement note_texts{connection,
                       "INSERT OR IGNORE INTO withdrawn (hash, kind, takedown) SELECT text_hash, 'text', ?1"
                       " FROM revisions WHERE article_id = ?2 AND body_bytes > 0"};
  Statement keys{connection,
                 "SELECT s.name, a.key FROM takedown_articles m JOIN articles a ON a.id = m.article_id"
                 " JOIN sources s ON s.id = a.source_id WHERE m.takedown = ?1"};
  Statement note_key{connection, "INSERT OR IGNORE INTO withdrawn (hash, kind, takedown) VALUES (?1, 'key', ?2)"};
  Statement forget_hashes{connection, "DELETE FROM withdrawn WHERE takedown = ?1"};
  Statement end_emptied{connection,
                        "UPDATE takedowns SET state = 'purged', ended = ?1 WHERE state = 'withheld' AND NOT EXISTS"
                        " (SELECT 1 FROM takedown_articles m JOIN articles a ON a.id = m.article_id"
                        " WHERE m.takedown = takedowns.number)"};
  Statement forget_traces{connection, "DELETE FROM purge_traces WHERE takedown = ?1"};
  Statement state{connection, "UPDATE takedowns SET state = ?3, ended = ?4 WHERE number = ?1 AND state = ?2"};
  Statement release{connection, "SELECT embargo, status FROM articles WHERE id = ?1"};
  Statement set_hidden{connection, "UPDATE articles SET hidden_until = ?2 WHERE id = ?1"};
  Statement one{connection, std::string(kSelect) + " WHERE number = ?1"};
  Statement all{connection, std::string(kSelect) + " ORDER BY number"};
  Statement articles{connection, "SELECT article_id FROM takedown_articles WHERE takedown = ?1 ORDER BY article_id"};
  Statement in_purge{connection, "SELECT number FROM takedowns WHERE state = 'purging' ORDER BY number"};
  Statement of{connection, kOf};
  Statement documents{connection, kDocuments};
  Statement relatives{connection, kRelatives};
};

Takedown TakedownTable::State::read(const Cursor& row) {
  Takedown out;
  out.number = row.integer(0);
  out.made = row.integer(1);
  out.reason = row.text(2);
  out.ref = row.text(3);
  if (!row.is_null(4)) out.until = Timestamp::from_string(row.text(4));
  const auto known = std::ranges::find(kStates, row.text(5), &std::pair<TakedownState, std::string_view>::second);
  if (known == kStates.end()) {
    throw Error(ErrorCode::Inconsistent, connection.path() + ": takedown in an impossible state");
  }
  out.state = known->first;
  out.ended = row.optional_integer(6);
  out.articles = members(out.number);
  return out;
}

std::vector<ArticleId> TakedownTable::State::members(std::int64_t number) {
  std::vector<ArticleId> ids;
  Cursor row = articles.query(number);
  while (row.next()) ids.push_back(row.integer(0));
  return ids;
}

void TakedownTable::State::set_state(std::int64_t number, TakedownState from, TakedownState to,
                                     std::optional<std::int64_t> ended) {
  connection.require_transaction("a takedown was changed");
  state.run(number, to_string(from), to_string(to), ended);
  if (connection.changed_rows() != 1) {
    throw Error(ErrorCode::Internal,
                connection.path() + ": takedown " + std::to_string(number) + " is not " + std::string(to_string(from)));
  }
}

/// As its publisher wants it.
void TakedownTable::State::show(ArticleId id) {
  std::optional<std::int64_t> until;
  {
    Cursor row = release.query(id);
    if (!row.next()) return;
    if (const auto embargo = Timestamp::from_string(row.text(0))) until = embargo->utc_seconds();
    if (item_status_from_string(row.text(1)) == ItemStatus::Withheld) until = kForever;
  }
  set_hidden.run(id, until);
}

TakedownTable::TakedownTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

TakedownTable::~TakedownTable() = default;

std::int64_t TakedownTable::add(const Takedown& takedown) {
  State& s = *state_;
  s.connection.require_transaction("a takedown was added");
  const std::int64_t hidden_until = takedown.until ? takedown.until->utc_seconds() : kForever;
  const auto known = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(std::string_view(text));
  };
  const std::string until = takedown.until ? takedown.until->to_string() : "";
  s.insert.run(takedown.made, takedown.reason, known(takedown.ref), known(until), hidden_until);
  const std::int64_t number = s.connection.last_insert_id();
  for (const ArticleId id : takedown.articles) {
    s.insert_member.run(number, id);
    s.note_texts.run(number, id);
    s.hide.run(id, hidden_until);
  }
  return number;
}

void TakedownTable::begin_purge(std::int64_t number) {
  State& s = *state_;
  s.set_state(number, TakedownState::Withheld, TakedownState::Purging, std::nullopt);
  std::vector<ContentHash> hashes;
  {
    Cursor row = s.keys.query(number);
    while (row.next()) hashes.push_back(content_hash({row.text(0), row.text(1)}));
  }
  for (const ContentHash& hash : hashes) s.note_key.run(std::span<const std::byte>(hash), number);
}

void TakedownTable::end_purge(std::int64_t number, std::int64_t now) {
  state_->set_state(number, TakedownState::Purging, TakedownState::Purged, now);
  state_->forget_traces.run(number);
  state_->end_emptied.run(now);
}

void TakedownTable::undo(std::int64_t number, std::int64_t now) {
  state_->set_state(number, TakedownState::Withheld, TakedownState::Undone, now);
  state_->forget_hashes.run(number);
  for (const ArticleId id : state_->members(number)) state_->show(id);
}

std::optional<Takedown> TakedownTable::find(std::int64_t number) {
  Cursor row = state_->one.query(number);
  if (!row.next()) return std::nullopt;
  return state_->read(row);
}

std::vector<Takedown> TakedownTable::list() {
  std::vector<Takedown> out;
  Cursor row = state_->all.query();
  while (row.next()) out.push_back(state_->read(row));
  return out;
}

std::vector<std::int64_t> TakedownTable::purging() {
  std::vector<std::int64_t> numbers;
  Cursor row = state_->in_purge.query();
  while (row.next()) numbers.push_back(row.integer(0));
  return numbers;
}

std::optional<Takedown> TakedownTable::of(ArticleId id, std::int64_t now) {
  std::int64_t number = 0;
  {
    Cursor row = state_->of.query(id, now);
    if (!row.next()) return std::nullopt;
    number = row.integer(0);
  }
  return find(number);
}

std::vector<WithheldDocument> TakedownTable::withheld_documents(std::int64_t now) {
  std::vector<WithheldDocument> out;
  Cursor row = state_->documents.query(now);
  while (row.next()) out.push_back({row.integer(0), static_cast<std::uint32_t>(row.integer(1))});
  return out;
}

std::vector<ArticleId> TakedownTable::relatives(std::span<const ArticleId> ids, std::int64_t now) {
  std::vector<ArticleId> out;
  Cursor row = state_->relatives.query(id_list(ids), now);
  while (row.next()) out.push_back(row.integer(0));
  return out;
}

}  // namespace morgue::catalog
