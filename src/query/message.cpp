// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/message.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/width.h"
#include "query/characters.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

constexpr std::size_t kColumns = 76;      ///< of the echoed query, so that the lines fit 80 with their margin
constexpr std::size_t kLeftContext = 30;  ///< columns kept before the spot when the query is cut
constexpr std::size_t kShownColumns = 40;
constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kEllipsis = "\u2026";

/// One code point as it is echoed.
struct Cell {
  std::size_t begin = 0;  ///< byte in the query
  std::string text;
  std::size_t width = 1;
};

std::vector<Cell> to_cells(std::string_view text) {
  std::vector<Cell> cells;
  for (std::size_t pos = 0; pos < text.size();) {
    Cell cell{pos, {}, 1};
    const char32_t c = text::next_code_point(text, pos);
    if (is_blank(c) && c != 0x3000) {
      cell.text = " ";
    } else if (is_invisible(c) || c == 0xFFFD) {
      cell.text = kReplacement;
    } else {
      cell.text = text.substr(cell.begin, pos - cell.begin);
      cell.width = column_width(cell.text);
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

/// The cells that are echoed: all that fit, some before the spot and what follows it.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Window choose_window(const std::vector<Cell>& cells, std::size_t spot) {
  std::size_t total = 0;
  for (const Cell& cell : cells) total += cell.width;
  if (total <= kColumns) return {0, cells.size()};
  constexpr std::size_t room = kColumns - 2;  // an ellipsis on either side
  Window window{spot, spot};
  std::size_t used = 0;
  const auto grow_left = [&](std::size_t limit) {
    while (window.begin > 0 && used + cells[window.begin - 1].width <= limit) used += cells[--window.begin].width;
  };
  grow_left(kLeftContext);
  while (window.end < cells.size() && used + cells[window.end].width <= room) used += cells[window.end++].width;
  grow_left(room);
  return window;
}

std::size_t width_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = begin; i < end; ++i) width += cells[i].width;
  return width;
}

}  // namespace

std::string shown(std::string_view text) {
  std::string out = "\"";
  std::size_t used = 0;
  for (const Cell& cell : to_cells(text::truncate_utf8(text, 4 * kShownColumns))) {
    if (used + cell.width > kShownColumns) return out.append(kEllipsis).append("\"");
    used += cell.width;
    out += cell.text;
  }
  return out.append("\"");
}

std::string with_caret(std::string_view message, std::string_view query, Span span) {
  const std::vector<Cell> cells = to_cells(query);
  const auto index_of = [&](std::size_t byte) {
    const auto found = std::lower_bound(cells.begin(), cells.end(), byte,
                                        [](const Cell& cell, std::size_t at) { return cell.begin < at; });
    return static_cast<std::size_t>(found - cells.begin());
  };
  const std::size_t first = index_of(span.begin);
  const Window window = choose_window(cells, first);
  const std::size_t last = std::min(std::max(index_of(span.end), first), window.end);

  std::string echo = window.begin > 0 ? std::string(kEllipsis) : std::string();
  for (std::size_t i = window.begin; i < window.end; ++i) echo += cells[i].text;
  if (window.end < cells.size()) echo += kEllipsis;
  const std::size_t before = width_of(cells, window.begin, first) + (window.begin > 0 ? 1 : 0);
  const std::size_t carets = std::max<std::size_t>(width_of(cells, first, last), 1);
  return std::string(message) + "\n  " + echo + "\n  " + std::string(before, ' ') + std::string(carets, '^');
}

QueryError::QueryError(std::string_view query, Problem problem)
    : Error(ErrorCode::Query, with_caret(problem.message, query, problem.span), problem.hint),
      problem_(std::move(problem)) {}

void fail(std::string_view query, const Problem& problem) {
  throw QueryError(query, problem);
}

}  // namespace morgue::query
