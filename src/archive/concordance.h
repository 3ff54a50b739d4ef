// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "archive/reader.h"
#include "core/occurrence.h"
#include "query/ast.h"
#include "text/snippet.h"

namespace morgue::archive {

struct ConcordanceOptions {
  enum class Sort : std::uint8_t {
    Date,   ///< newest article first, then as they stand in it
    Left,   ///< by the words before the match, the nearest first
    Right,  ///< by the words behind it
  };
  Sort sort = Sort::Date;
  std::size_t width = 40;  ///< columns of context on each side, at most
  std::size_t limit = 0;   ///< 0: all
};

/// Finds what a query is about in one article after the other.
class Concordance {
 public:
  /// Throws Error{Query} if the query has no word about headline, summary or body that a match may owe itself to.
  Concordance(const query::Node& query, std::size_t width);

  /// Occurrences in headline, summary and body, in this order. None lies within another; a phrase is one, and so is
  /// the stretch from one thing to another near it.
  std::vector<Occurrence> occurrences_in(const StoredArticle& article);

 private:
  text::Highlighter headline_;
  text::Highlighter summary_;
  text::Highlighter body_;
  std::size_t width_;
};

struct ConcordanceCounts {
  std::int64_t articles = 0;  ///< that matched, as far as was looked
  std::int64_t occurrences = 0;
};

/// Calls `use` for the occurrences in all articles that match; false stops. Sorted by date it holds one article at a
/// time. Throws Error{Query} as above, and when more occurrences would have to be sorted than memory is for.
ConcordanceCounts for_each_occurrence(Reader& reader, const query::Node& query, const ConcordanceOptions& options,
                                      const std::function<bool(const Occurrence&)>& use);

}  // namespace morgue::archive
