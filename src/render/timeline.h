// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/bar.h"
#include "render/results.h"

namespace morgue::render {

struct PeriodCount {
  std::string period;  ///< `2025-06`
  std::int64_t hits = 0;
  std::int64_t articles = 0;  ///< that the archive has of the period, hits among them
};

struct Timeline {
  std::vector<PeriodCount> periods;  ///< one after the other, without gaps
  bool normalised = false;           ///< hits per 1,000 articles are what matters
};

/// A row a period, with a bar to the width of the terminal and the count at its end. A period without articles has `·`
/// for both: that nothing is known is not that nothing was found. The middle of a long row of such periods is one line.
std::string timeline_text(const Timeline& timeline, const TextStyle& style, BarStyle bars);
/// `[{"value":"2025-06","count":12,"articles":340},...]`; normalised with `per_1000`, null where there are no articles.
std::string timeline_json(const Timeline& timeline);
/// The same objects, one a line.
std::string timeline_jsonl(const Timeline& timeline);
/// value,count,articles with a header row; normalised with per_1000, empty where there are no articles.
std::string timeline_csv(const Timeline& timeline, char separator);

}  // namespace morgue::render
