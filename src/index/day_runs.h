// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "index/doc_set.h"
#include "index/posting_lists.h"
#include "index/searcher.h"

namespace morgue::index {

/// Documents by day of publication. In a segment they stand by date, so a day is a run of neighbours, and days of
/// matches are counted run by run.
class DayRuns {
 public:
  /// Throws Error{Inconsistent} if what should be a date is none.
  explicit DayRuns(const PostingLists& lists);

  /// Adds the days with any of these documents, in their order; one whose documents are no neighbours may be there more
  /// often.
  void count(const DocSet& documents, std::vector<DateCount>& counts) const;

 private:
  struct Run {
    Timestamp date;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  std::vector<Run> runs_;
};

}  // namespace morgue::index
