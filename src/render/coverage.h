// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/article.h"
#include "render/bar.h"
#include "render/results.h"

namespace morgue::render {

/// Periods in a row: with articles always one, without any a gap.
struct CoveredSpan {
  std::string from;  ///< `2025-06`
  std::string to;
  std::int64_t periods = 1;
  std::int64_t articles = 0;  ///< none: a gap
};

struct SuspiciousDate {
  ArticleId id = 0;
  std::string published;
  std::string reason;  ///< one word: `future`, `early`, `apart`
};

struct CoveredSource {
  std::string source;
  std::int64_t articles = 0;
  std::int64_t undated = 0;
  std::int64_t coarse = 0;         ///< dated by year only, where the periods are months
  std::vector<CoveredSpan> spans;  ///< in order, without holes
  std::vector<SuspiciousDate> suspicious;
};

struct CoverageReport {
  std::string query;
  std::string by;  ///< `month`, `year`
  std::vector<CoveredSource> sources;
};

/// A part a source: its periods with bars, its gaps as ranges, and what is in none of them.
std::string coverage_text(const CoverageReport& report, const TextStyle& style, BarStyle bars);
std::string coverage_json(const CoverageReport& report);
/// source,kind,from,to,articles,id: a row a period, gap, suspicious date, and one for undated and for coarse dates.
std::string coverage_csv(const CoverageReport& report, char separator);

}  // namespace morgue::render
