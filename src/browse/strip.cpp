// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/strip.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/period.h"

namespace morgue::browse {
namespace {

constexpr std::size_t kLevels = 8;
constexpr std::size_t kWidestBar = 4;

}  // namespace

Strip strip_of(const Spread& spread, std::size_t width) {
  Strip strip;
  if (spread.rows.empty()) return strip;
  const std::size_t rows = spread.rows.size();
  strip.first = period_label(spread.first, spread.unit);
  strip.last = period_label(spread.first + static_cast<std::int64_t>(rows) - 1, spread.unit);
  strip.begin = strip.first.size() + 1;
  const std::size_t labels = strip.begin + 1 + strip.last.size();
  if (width <= labels) return strip;
  const std::size_t room = width - labels;
  const std::size_t columns = rows <= room ? rows * std::min(room / rows, kWidestBar) : room;
  for (std::size_t column = 0; column < columns; ++column) {
    const std::size_t begin = column * rows / columns;
    const std::size_t end = std::max((column + 1) * rows / columns, begin + 1);
    Strip::Column bar{begin, 0, 0};
    for (std::size_t row = begin; row < end; ++row) {
      if (spread.rows[row].hits > spread.rows[bar.row].hits) bar.row = row;
      bar.articles += spread.rows[row].articles;
    }
    bar.hits = spread.rows[bar.row].hits;
    strip.columns.push_back(bar);
  }
  return strip;
}

std::optional<std::size_t> row_at(const Area& area, const Spread& spread, std::size_t column) {
  const Strip strip = strip_of(spread, area.columns);
  const std::size_t begin = area.column + strip.begin;
  if (column < begin || column - begin >= strip.columns.size()) return std::nullopt;
  return strip.columns[column - begin].row;
}

std::string strip_bar(const Strip::Column& column, std::int64_t most, bool ascii) {
  constexpr std::array<std::string_view, kLevels> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  constexpr std::string_view kSigns = ",-~=+*%#";
  if (column.articles == 0) return ascii ? "." : "·";
  if (column.hits == 0 || most <= 0) return ascii ? "_" : " ";
  const auto level = static_cast<std::size_t>((column.hits * static_cast<std::int64_t>(kLevels) + most - 1) / most) - 1;
  return ascii ? std::string(1, kSigns[level]) : std::string(kBlocks.at(level));
}

}  // namespace morgue::browse
