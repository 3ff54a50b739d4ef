// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "browse/answer.h"
#include "browse/surface.h"

namespace morgue::browse {

/// The timeline on one row: the first period, bars, the last period. A period may take several columns, or a column
/// several periods.
struct Strip {
  struct Column {
    std::size_t row = 0;  ///< of the spread; the one with most hits
    std::int64_t hits = 0;
    std::int64_t articles = 0;
  };
  std::string first;
  std::string last;
  std::size_t begin = 0;  ///< column of the area that the bars begin at
  std::vector<Column> columns;
};

/// For an area so wide; without columns where there is no room or nothing to show.
Strip strip_of(const Spread& spread, std::size_t width);
/// The row of the spread that is shown at a column of the screen.
std::optional<std::size_t> row_at(const Area& area, const Spread& spread, std::size_t column);
/// A bar as high as `hits` is of `most`; anything that is more than nothing can be seen. No articles at all look
/// otherwise than no hits.
std::string strip_bar(const Strip::Column& column, std::int64_t most, bool ascii);

}  // namespace morgue::browse
