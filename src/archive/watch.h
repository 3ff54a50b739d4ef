// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "archive/comparison.h"
#include "archive/layout.h"
#include "archive/reader.h"
#include "catalog/reported.h"
#include "catalog/saved_searches.h"
#include "core/timestamp.h"
#include "query/ast.h"
#include "query/saved_queries.h"

namespace morgue::archive {

/// What became of the matches of a saved search since its last report.
struct WatchReport {
  catalog::SavedSearch search;
  std::int64_t number = 0;          ///< that this report has when it is delivered
  std::vector<WatchEntry> entries;  ///< new and changed ones newest first, then the withdrawn by id
  catalog::ReportedChanges changes;

  [[nodiscard]] std::int64_t count(Change change) const;
};

/// Compares the matches of `query` in the reader's snapshot with what was reported. An article that has not changed
/// but left by itself (`date:7d`, another query under the same name) is not withdrawn: it is forgotten without a word.
/// `from_start`: as if nothing had been reported.
WatchReport watch(Reader& reader, const catalog::SavedSearch& search, const query::Node& query, bool from_start);

/// The texts of all saved searches.
query::SavedTexts saved_texts(catalog::Catalog& catalog);
/// What a saved search means on a day. Throws Error{Query} when it asks for one that is gone.
query::Node query_of(Reader& reader, const catalog::SavedSearch& search, Day today);

}  // namespace morgue::archive
