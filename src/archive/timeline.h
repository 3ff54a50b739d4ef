// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/reader.h"
#include "core/period.h"
#include "query/ast.h"

namespace morgue::archive {

struct Timeline {
  struct Row {
    std::string period;
    std::int64_t hits = 0;
    std::int64_t articles = 0;  ///< that meet the filters of the query; none: the archive knows nothing of this period
  };
  PeriodUnit by = PeriodUnit::Month;
  std::int64_t first = 0;    ///< number of the period of the first row
  std::vector<Row> rows;     ///< without gaps, from the first to the last period with articles, or of the query's dates
  std::int64_t hits = 0;     ///< all matches
  std::int64_t undated = 0;  ///< of these, those without a date
  std::int64_t coarse = 0;   ///< of these, those whose date is known only by more than a period
};

/// More would be of no use to a person, and nothing a program could not ask for in parts.
inline constexpr std::int64_t kMaxPeriods = 50'000;

/// How the matches spread over time, beside the articles that they could have been among. Without `by` the smallest
/// unit that makes at most 60 rows, and that most dates are known by. Throws Error{Usage} above kMaxPeriods.
Timeline timeline(Reader& reader, const query::Node& query, std::optional<PeriodUnit> by);

}  // namespace morgue::archive
