// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/peer.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/bench/edit_distance.h"
#include "tests/bench/peer_build.h"

namespace morgue::bench {
namespace {

using View = std::string_view;

constexpr std::size_t kShown = 10;

void drain(Query& query) {
  while (query.next()) {
  }
}

/// Total and the ten best of rows of (number, rank): one look at each match, where `order by` and `count` take two.
void keep_best(Query& query) {
  std::vector<std::pair<double, std::int64_t>> best;
  std::int64_t total = 0;
  while (query.next()) {
    ++total;
    const std::pair<double, std::int64_t> hit{query.real(1), query.integer(0)};
    if (best.size() == kShown && best.front() <= hit) continue;
    best.push_back(hit);
    std::ranges::push_heap(best);
    if (best.size() <= kShown) continue;
    std::ranges::pop_heap(best);
    best.pop_back();
  }
}

/// Tables of an article's names: those of `topic` are topics and article_topics.
std::string links(const std::string& of) {
  return "article_" + of + "s";
}

std::string any_of(Query& words) {
  std::string match;
  while (words.next()) {
    if (!match.empty()) match += " OR ";
    match += '"';
    match += words.text(0);
    match += '"';
  }
  return match.empty() ? "\"\"" : match;
}

}  // namespace

Peer::Peer(const std::filesystem::path& file) : database_(file, Database::Mode::Read) {
  tune(database_);
  add_edit_distance(database_);
}

Query& Peer::statement(const std::string& sql) {
  auto& query = statements_[sql];
  if (!query) query = std::make_unique<Query>(database_, sql);
  return *query;
}

std::int64_t Peer::count(const std::string& match) {
  auto& query = statement("select count(*) from news where news match ?1").start(View(match));
  query.next();
  return query.integer(0);
}

void Peer::best(const std::string& match) {
  drain(statement("select rowid from news where news match ?1 order by rank limit 10").start(View(match)));
}

void Peer::total_and_best(const std::string& match) {
  keep_best(statement("select rowid, rank from news where news match ?1").start(View(match)));
}

void Peer::newest(const std::string& match) {
  drain(statement("select a.id from news n cross join articles a on a.id = n.rowid where news match ?1 "
                  "order by a.date_order desc limit 10")
            .start(View(match)));
}

void Peer::newest_by_number(const std::string& match) {
  drain(statement("select rowid from news where news match ?1 order by rowid desc limit 10").start(View(match)));
}

std::int64_t Peer::count_between(const std::string& match, const std::string& from, const std::string& until) {
  auto& query = statement(
                    "select count(*) from news n cross join articles a on a.id = n.rowid where news match ?1 "
                    "and a.published >= ?2 and a.published < ?3")
                    .start(View(match), View(from), View(until));
  query.next();
  return query.integer(0);
}

void Peer::total_and_best_between(const std::string& match, const std::string& from, const std::string& until) {
  keep_best(statement("select n.rowid, n.rank from news n cross join articles a on a.id = n.rowid where news match ?1 "
                      "and a.published >= ?2 and a.published < ?3")
                .start(View(match), View(from), View(until)));
}

std::int64_t Peer::count_of(const std::string& of, const std::string& name) {
  const std::string sql = of == "source" ? "select count(*) from articles where source = ?1"
                                         : "select count(*) from " + links(of) + " where " + of +
                                               " = (select id from " + of + "s where name = ?1)";
  auto& query = statement(sql).start(View(name));
  query.next();
  return query.integer(0);
}

void Peer::newest_of(const std::string& of, const std::string& name) {
  const std::string sql =
      of == "source" ? "select id from articles where source = ?1 order by date_order desc limit 10"
                     : "select a.id from " + links(of) + " l join articles a on a.id = l.article where l." + of +
                           " = (select id from " + of + "s where name = ?1) order by a.date_order desc limit 10";
  drain(statement(sql).start(View(name)));
}

void Peer::facets(const std::string& of, const std::string& match) {
  drain(statement("select s.name, c.articles from (select l." + of +
                  " as id, count(*) as articles from news n cross join " + links(of) +
                  " l on l.article = n.rowid where news match ?1 group by l." + of +
                  " order by articles desc limit 10) c join " + of + "s s on s.id = c.id")
            .start(View(match)));
}

void Peer::months(const std::string& match) {
  drain(statement("select substr(a.published, 1, 7) as month, count(*) from news n cross join articles a "
                  "on a.id = n.rowid where news match ?1 and length(a.published) >= 7 group by month")
            .start(View(match)));
}

std::string Peer::words_like(const std::string& glob) {
  return any_of(statement("select word from words where word glob ?1").start(View(glob)));
}

std::string Peer::words_near(const std::string& word, std::int64_t distance) {
  return any_of(statement("select word from words where within_edits(?1, word, ?2)").start(View(word), distance));
}

}  // namespace morgue::bench
