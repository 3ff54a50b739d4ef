// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/watch.h"

#include <algorithm>
#include <utility>

namespace morgue::archive {

std::int64_t WatchReport::count(Change change) const {
  return std::ranges::count(entries, change, &WatchEntry::change);
}

WatchReport watch(Reader& reader, const catalog::SavedSearch& search, const query::Node& query, bool from_start) {
  WatchReport report;
  report.search = search;
  report.number = search.report + 1;
  catalog::ReportedTable table(reader.catalog());
  KnownAnswer known;
  if (!from_start) known.articles = table.list(search.id);
  known.segment = search.segment;
  Comparison found = compare(reader, reader.matches(query), known);
  report.entries = std::move(found.entries);
  report.changes = {from_start, std::move(found.put), std::move(found.forgotten), table.newest_segment()};
  return report;
}

query::SavedTexts saved_texts(catalog::Catalog& catalog) {
  query::SavedTexts texts;
  for (auto& search : catalog::SavedSearchTable(catalog).list()) texts.emplace(search.name, search.query);
  return texts;
}

query::Node query_of(Reader& reader, const catalog::SavedSearch& search, Day today) {
  const auto load = [&reader] { return saved_texts(reader.catalog()); };
  return query::parse(search.query, {today, query::saved_lookup(load, today, search.name)});
}

}  // namespace morgue::archive
