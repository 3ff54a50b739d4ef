// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/surface.h"

#include <algorithm>

#include "core/code_points.h"
#include "core/width.h"
#include "render/sanitise.h"

namespace morgue::browse {
namespace {

constexpr std::size_t kMostMarks = 4;  // on one character: more is no writing

/// Joins emoji and chooses between pictures: terminals disagree about the columns that result.
bool changes_width(char32_t c) {
  return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace

Surface::Surface(Size size) : size_(size), cells_(size.rows * size.columns) {}

const Cell& Surface::at(std::size_t row, std::size_t column) const {
  return cells_.at(row * size_.columns + column);
}

std::size_t Surface::put(std::size_t row, std::size_t column, std::size_t width, std::string_view text, Style style) {
  return put(row, column, width, Snippet{std::string(text), {}}, style, style);
}

std::size_t Surface::put(std::size_t row, std::size_t column, std::size_t width, const Snippet& text, Style style,
                         Style hit, bool ellipsis) {
  if (row >= size_.rows || column >= size_.columns) return 0;
  width = std::min(width, size_.columns - column);
  const Snippet line = render::sanitise_line(text);
  const bool cut = ellipsis && column_width(line.text) > width;
  const std::size_t room = cut && width > 0 ? width - 1 : width;
  Cell* const cells = &cells_[row * size_.columns + column];
  auto mark = line.marks.begin();
  std::size_t used = 0;
  std::size_t marks_on_last = 0;
  Cell* last = nullptr;
  for (std::size_t pos = 0; pos < line.text.size();) {
    const std::size_t begin = pos;
    const char32_t c = next_code_point(line.text, pos);
    const std::size_t columns = column_width(c);
    if (changes_width(c)) continue;
    while (mark != line.marks.end() && mark->end <= begin) ++mark;
    const bool marked = mark != line.marks.end() && mark->begin <= begin;
    const std::string_view sign = std::string_view(line.text).substr(begin, pos - begin);
    if (columns == 0) {
      if (last != nullptr && marks_on_last++ < kMostMarks) last->text += sign;
      continue;
    }
    if (used + columns > room) break;
    last = &cells[used];
    marks_on_last = 0;
    *last = {std::string(sign), marked ? hit : style};
    if (columns == 2) cells[used + 1] = {"", last->style};
    used += columns;
  }
  if (cut && used < width) cells[used++] = {"…", style};
  return used;
}

void Surface::restyle(std::size_t row, std::size_t column, std::size_t width, Style style) {
  if (row >= size_.rows) return;
  const std::size_t end = std::min(column + width, size_.columns);
  for (; column < end; ++column) cells_[row * size_.columns + column].style = style;
}

std::string Surface::line(std::size_t row) const {
  std::string out;
  for (std::size_t column = 0; column < size_.columns; ++column) out += at(row, column).text;
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace morgue::browse
