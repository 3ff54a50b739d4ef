// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "catalog/article_store.h"
#include "catalog/column_rows.h"
#include "catalog/connection.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

using Ids = std::span<const std::int64_t>;
using Counts = std::vector<std::pair<std::string, std::int64_t>>;

/// Articles by the number of a name.
using Tally = std::unordered_map<std::int64_t, std::int64_t>;

constexpr Column kAuthors = {"article_authors", "article_id", "name_id"};
constexpr Column kTopics = {"article_topics", "article_id", "name_id"};
constexpr Column kSources = {"articles", "id", "source_id"};
constexpr Column kSections = {"articles", "id", "section_id"};
constexpr Column kLanguages = {"articles", "id", "language"};

/// Of names, each article counted once a name.
Tally tally_names(Connection& connection, const Column& column, Ids ids) {
  struct Seen {
    std::int64_t articles = 0;
    ArticleId last = 0;
  };
  std::unordered_map<std::int64_t, Seen> seen;
  for_each_row(connection, column, ids, [&seen](const Cursor& row) {
    if (row.is_null(1)) return;
    Seen& name = seen[row.integer(1)];
    // An article may name somebody twice.
    if (name.last == row.integer(0)) return;
    name.last = row.integer(0);
    ++name.articles;
  });
  Tally tally;
  for (const auto& [name, found] : seen) tally.emplace(name, found.articles);
  return tally;
}

/// Leaves the most frequent, and all that are as frequent as the last of these: names decide the order among them.
void keep_most_frequent(Tally& tally, std::size_t limit) {
  if (limit == 0 || limit >= tally.size()) return;
  std::vector<std::int64_t> articles;
  for (const auto& entry : tally) articles.push_back(entry.second);
  const auto cut = articles.begin() + static_cast<std::ptrdiff_t>(limit - 1);
  std::ranges::nth_element(articles, cut, std::greater{});
  std::erase_if(tally, [least = *cut](const auto& entry) { return entry.second < least; });
}

/// The names themselves; an empty one is none.
Counts named(Connection& connection, const char* names, const Tally& tally) {
  std::vector<std::int64_t> ids;
  for (const auto& entry : tally) ids.push_back(entry.first);
  std::ranges::sort(ids);
  Counts counts;
  for_each_row(connection, {names, "id", "name"}, ids, [&](const Cursor& row) {
    if (!row.text(1).empty()) counts.emplace_back(row.string(1), tally.at(row.integer(0)));
  });
  return counts;
}

Counts count_names(Connection& connection, const Column& column, const char* names, Ids ids, std::size_t limit) {
  Tally tally = tally_names(connection, column, ids);
  // One more, as one of them may be the empty name.
  keep_most_frequent(tally, limit == 0 ? 0 : limit + 1);
  return named(connection, names, tally);
}

Counts count_languages(Connection& connection, Ids ids) {
  // Few differ, and neighbours mostly do not.
  Counts counts;
  std::size_t at = 0;
  for_each_row(connection, kLanguages, ids, [&](const Cursor& row) {
    const std::string_view language = row.text(1);
    if (language.empty()) return;
    if (at == counts.size() || counts[at].first != language) {
      at = static_cast<std::size_t>(std::ranges::find(counts, language, &Counts::value_type::first) - counts.begin());
      if (at == counts.size()) counts.emplace_back(language, 0);
    }
    ++counts[at].second;
  });
  return counts;
}

Counts count(Connection& connection, FacetField field, Ids ids, std::size_t limit) {
  switch (field) {
    case FacetField::Author:
      return count_names(connection, kAuthors, "authors", ids, limit);
    case FacetField::Topic:
      return count_names(connection, kTopics, "topics", ids, limit);
    case FacetField::Source:
      return count_names(connection, kSources, "sources", ids, limit);
    case FacetField::Section:
      return count_names(connection, kSections, "sections", ids, limit);
    case FacetField::Language:
      return count_languages(connection, ids);
  }
  throw Error(ErrorCode::Internal, "unknown facet field");
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> facet_counts(Catalog& catalog, FacetField field,
                                                               std::span<const ArticleId> articles, std::size_t limit) {
  std::vector<ArticleId> ids(articles.begin(), articles.end());
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());

  Counts counts = count(catalog.connection(), field, ids, limit);
  std::ranges::sort(counts, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (limit != 0 && counts.size() > limit) counts.resize(limit);
  return counts;
}

}  // namespace morgue::catalog
