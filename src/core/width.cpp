// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/width.h"

#include <algorithm>
#include <span>

#include "core/code_points.h"
#include "core/width_table.h"

namespace morgue {
namespace {

bool contains(std::span<const CodePointRange> ranges, char32_t c) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                      [](char32_t value, const CodePointRange& range) { return value < range.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

}  // namespace

std::size_t column_width(char32_t code_point) {
  if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F)) return 0;
  if (code_point < 0x300) return code_point == 0xAD ? 0 : 1;
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return 2;  // Han, the usual case of what is wide
  if (contains(kZeroWidth, code_point)) return 0;
  return contains(kWide, code_point) ? 2 : 1;
}

std::size_t column_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    if (text[pos] >= 0x20 && text[pos] < 0x7F) {
      ++pos;
      ++columns;
    } else {
      columns += column_width(next_code_point(text, pos));
    }
  }
  return columns;
}

std::string_view fit_columns(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    used += column_width(next_code_point(text, pos));
    if (used > columns) return text.substr(0, begin);
  }
  return text;
}

}  // namespace morgue
