// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <unordered_map>

#include "catalog/article_store.h"
#include "catalog/connection.h"
#include "catalog/id_list.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

/// Articles counted by one statement: bounds the memory it takes. In all of them CROSS JOIN keeps the ids outermost.
constexpr std::size_t kChunk = 100000;

using Totals = std::unordered_map<std::string, std::int64_t>;

/// One of many values of an article. SQLite would sort all links to group them; they come in order of articles, so a
/// map that remembers the last article of each name counts them several times faster.
struct ListFacet {
  const char* links;
  const char* names;
};

/// The one value of an article: an expression over the article `a`, and what follows the join of ids and articles.
struct ValueFacet {
  const char* select;
  const char* rest;
};

constexpr ListFacet kAuthors = {"article_authors", "authors"};
constexpr ListFacet kTopics = {"article_topics", "topics"};
constexpr ValueFacet kSources = {"s.name", "JOIN sources s ON s.id = a.source_id WHERE s.name <> ''"};
constexpr ValueFacet kSections = {"s.name", "JOIN sections s ON s.id = a.section_id"};
constexpr ValueFacet kLanguages = {"a.language", "WHERE a.language IS NOT NULL"};
constexpr ValueFacet kYears = {"substr(a.published, 1, 4)", "WHERE a.published IS NOT NULL"};
constexpr ValueFacet kMonths = {"substr(a.published, 1, 7)", "WHERE length(a.published) >= 7"};

/// Calls `use` with one row after the other of `sql`, which takes a list of ids as its parameter.
template <typename Use>
void for_each_row(Connection& connection, const std::string& sql, std::span<const ArticleId> ids, Use&& use) {
  Statement statement(connection, sql);
  for (std::size_t begin = 0; begin < ids.size(); begin += kChunk) {
    Cursor row = statement.query(id_list(ids.subspan(begin, std::min(kChunk, ids.size() - begin))));
    while (row.next()) use(row);
  }
}

Totals count(Connection& connection, const ListFacet& facet, std::span<const ArticleId> ids) {
  struct Tally {
    std::int64_t articles = 0;
    ArticleId last = 0;
  };
  std::unordered_map<std::int64_t, Tally> tallies;
  for_each_row(connection,
               std::string("SELECT l.name_id, l.article_id FROM json_each(?1) j CROSS JOIN ") + facet.links +
                   " l ON l.article_id = j.value",
               ids, [&tallies](const Cursor& row) {
                 Tally& tally = tallies[row.integer(0)];
                 // An article may name somebody twice.
                 if (tally.last == row.integer(1)) return;
                 tally.last = row.integer(1);
                 ++tally.articles;
               });
  Totals totals;
  Statement name(connection, std::string("SELECT name FROM ") + facet.names + " WHERE id = ?1");
  for (const auto& [id, tally] : tallies) {
    Cursor row = name.query(id);
    if (row.next()) totals[row.string(0)] = tally.articles;
  }
  return totals;
}

Totals count(Connection& connection, const ValueFacet& facet, std::span<const ArticleId> ids) {
  Totals totals;
  for_each_row(connection,
               std::string("SELECT ") + facet.select +
                   ", count(*) FROM json_each(?1) j CROSS JOIN articles a ON a.id = j.value " + facet.rest +
                   " GROUP BY 1",
               ids, [&totals](const Cursor& row) { totals[row.string(0)] += row.integer(1); });
  return totals;
}

Totals count(Connection& connection, FacetField field, std::span<const ArticleId> ids) {
  switch (field) {
    case FacetField::Author:
      return count(connection, kAuthors, ids);
    case FacetField::Topic:
      return count(connection, kTopics, ids);
    case FacetField::Source:
      return count(connection, kSources, ids);
    case FacetField::Section:
      return count(connection, kSections, ids);
    case FacetField::Language:
      return count(connection, kLanguages, ids);
    case FacetField::Year:
      return count(connection, kYears, ids);
    case FacetField::Month:
      return count(connection, kMonths, ids);
  }
  throw Error(ErrorCode::Internal, "unknown facet field");
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> facet_counts(Catalog& catalog, FacetField field,
                                                               std::span<const ArticleId> articles, std::size_t limit) {
  std::vector<ArticleId> ids(articles.begin(), articles.end());
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());

  const Totals totals = count(catalog.connection(), field, ids);
  std::vector<std::pair<std::string, std::int64_t>> counts(totals.begin(), totals.end());
  std::ranges::sort(counts, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (limit != 0 && counts.size() > limit) counts.resize(limit);
  return counts;
}

}  // namespace morgue::catalog
