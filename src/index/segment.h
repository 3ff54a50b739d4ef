// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/day_runs.h"
#include "index/doc_set.h"
#include "index/docid_source.h"
#include "index/facet_columns.h"
#include "index/posting_lists.h"
#include "index/schema.h"
#include "index/searcher.h"
#include "index/word_list.h"
#include "query/fields.h"

namespace morgue::index {

/// One segment, open. Exceptions of Xapian leave as Error{Inconsistent} naming it.
class Segment {
 public:
  explicit Segment(SegmentRef ref);

  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const PostingLists& postings() const { return *postings_; }
  [[nodiscard]] const std::string& uuid() const { return uuid_; }
  [[nodiscard]] const std::shared_ptr<const Docids>& dead() const { return dead_; }
  [[nodiscard]] Xapian::doccount documents() const { return documents_; }

  /// Its words without a prefix, read when they are first asked for; empty: there is no list, walk the terms.
  [[nodiscard]] const WordList& words() const;

  // Queries are answered without the dead.

  /// The first `limit` matches in docid order: newest first.
  [[nodiscard]] std::vector<Xapian::docid> first(const Xapian::Query& query, Xapian::doccount limit) const;
  [[nodiscard]] DocSet matches(const Xapian::Query& query) const;
  /// All matches, in docid order.
  [[nodiscard]] std::vector<Xapian::docid> all(const Xapian::Query& query) const;
  [[nodiscard]] Xapian::doccount count(const Xapian::Query& query) const;
  /// Of these documents, dead ones too.
  [[nodiscard]] Xapian::doccount count_among(const Xapian::Query& query, const Docids& documents) const;
  /// Of documents in ascending order.
  [[nodiscard]] std::vector<SortKey> keys(const std::vector<Xapian::docid>& documents) const;
  /// Families of near-duplicates, of documents in ascending order; 0 for lone articles and founders.
  [[nodiscard]] std::vector<std::int64_t> families(const std::vector<Xapian::docid>& documents) const;
  /// Adds the matches by day of publication, in docid order; undated ones are not among them.
  void count_days(const Xapian::Query& query, std::vector<DateCount>& counts) const;
  /// Adds the matches by value of one of facet_fields().
  void tally(query::FieldId field, const Xapian::Query& query, FacetColumn::Counts& counts) const;

 private:
  void check_files() const;

  std::string location_;
  Xapian::Database database_;
  std::unique_ptr<PostingLists> postings_;
  std::string uuid_;
  Xapian::doccount documents_ = 0;
  std::shared_ptr<const Docids> dead_;
  mutable std::shared_ptr<const WordList> words_;
  mutable std::map<query::FieldId, FacetColumn> columns_;
  mutable std::optional<DayRuns> days_;
};

}  // namespace morgue::index
