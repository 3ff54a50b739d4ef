// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/day_runs.h"

#include <string>
#include <string_view>

#include "core/error.h"
#include "index/schema.h"

namespace morgue::index {

DayRuns::DayRuns(const PostingLists& lists) {
  std::string before;
  lists.for_each_value(kDaySlot, [&](std::uint32_t document, std::string_view value) {
    if (!runs_.empty() && value == before && runs_.back().last + 1 == document) {
      runs_.back().last = document;
      return;
    }
    const auto date = decode_date(value);
    if (!date) throw Error(ErrorCode::Inconsistent, "the index has an impossible date", "run `morgue reindex --full`");
    runs_.push_back({*date, document, document});
    before = value;
  });
}

void DayRuns::count(const DocSet& documents, std::vector<DateCount>& counts) const {
  counts.reserve(counts.size() + runs_.size());
  for (const Run& run : runs_) {
    const std::int64_t found = documents.count(run.first, run.last);
    if (found > 0) counts.push_back({run.date, found});
  }
}

}  // namespace morgue::index
