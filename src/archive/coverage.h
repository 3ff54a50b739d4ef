// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/date_doubts.h"
#include "archive/reader.h"
#include "core/period.h"
#include "core/timestamp.h"
#include "query/ast.h"

namespace morgue::archive {

struct DoubtfulDate {
  ArticleId id = 0;
  Timestamp published;
  DateDoubt why = DateDoubt::Apart;
};

/// What there is of one source.
struct SourceCoverage {
  std::string source;  ///< empty: none was given
  std::int64_t articles = 0;
  std::int64_t undated = 0;
  std::int64_t coarse = 0;                                     ///< whose date is known only by more than a period
  std::vector<std::pair<std::int64_t, std::int64_t>> periods;  ///< those with articles and how many, in order
  std::vector<DoubtfulDate> doubtful;                          ///< in none of the periods; by date
};

struct Coverage {
  PeriodUnit by = PeriodUnit::Month;
  std::vector<SourceCoverage> sources;  ///< those with most articles first
};

/// The matches of a query by source and period. Without `by` months, where none of the ten largest sources spans more
/// than five years and most of their dates are known so well; else years.
Coverage coverage(Reader& reader, const query::Node& query, std::optional<PeriodUnit> by);

}  // namespace morgue::archive
