// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"

namespace morgue::catalog {

/// How an article was when it was last reported to who watches a saved search.
struct ReportedArticle {
  ArticleId id = 0;
  std::int64_t seq = 0;       ///< of its document
  std::int64_t revision = 0;  ///< row of its text in `revisions`
  bool canceled = false;      ///< withdrawn by its publisher, and reported as such
};

/// What a delivered report changes.
struct ReportedChanges {
  bool from_start = false;           ///< nothing of before holds
  std::vector<ReportedArticle> put;  ///< reported now, or anew
  std::vector<ArticleId> forgotten;  ///< of no concern any more
  std::int64_t segment = 0;          ///< the newest of the index that was searched
};

/// An article of the snapshot, as far as watching needs to know it.
struct PresentArticle {
  std::int64_t seq = 0;                 ///< of the article, which its document may not have yet
  std::optional<std::int64_t> indexed;  ///< `seq` of its document
  std::int64_t revision = 0;            ///< row of its text in `revisions`
  bool canceled = false;
  std::optional<std::int64_t> hidden_until;
};

/// What of a saved search was reported, and what may have changed since. The caller provides the transactions.
class ReportedTable {
 public:
  explicit ReportedTable(Catalog& catalog);
  ~ReportedTable();

  /// By id of the article.
  std::vector<ReportedArticle> list(std::int64_t search);
  /// Number of the newest live segment; 0: there is none.
  std::int64_t newest_segment();
  /// Living documents of segments newer than this one, and their `seq`; by id of the article.
  std::vector<std::pair<ArticleId, std::int64_t>> indexed_since(std::int64_t segment);
  /// Articles that their publishers have withdrawn, by id.
  std::vector<ArticleId> canceled();
  std::optional<PresentArticle> present(ArticleId id);
  /// The number that people know a row of `revisions` by; 0: there is no such row.
  std::int64_t revision_number(std::int64_t row);
  /// The row of an article's text with this number; 0: there is none.
  std::int64_t revision_row(ArticleId id, std::int64_t number);

  /// Writes down that report number `number` was delivered, at `now`. False if it was not the next one: nothing is
  /// written then.
  bool deliver(std::int64_t search, std::int64_t number, const ReportedChanges& changes, std::int64_t now);
  /// Changes of which there is nothing to report; `number` is that of the last report.
  bool adjust(std::int64_t search, std::int64_t number, const ReportedChanges& changes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
