// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/view.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "browse/strip.h"

namespace morgue::browse {
namespace {

struct HelpLine {
  std::string_view keys;
  std::string_view what;
};

constexpr HelpLine kHelp[] = {
    {"/", "type the query; Enter or Esc: to the list"},
    {"Up Down j k", "previous, next match"},
    {"PgUp PgDn g G", "by pages; first, last match"},
    {"Enter  Esc", "read the article; back to the list"},
    {"n N", "next, previous hit, from article to article"},
    {"Space b", "scroll the article (while reading also Up, Down, j, k)"},
    {"J K", "while reading: next, previous match"},
    {"a t s p", "narrow by author, topic, source, period"},
    {"x X", "widen again: by the last one; by all"},
    {"r", "order: relevance, newest, oldest"},
    {"o", "open the article's address in a browser"},
    {"c C", "copy a citation; as BibTeX"},
    {"e", "export all matches to a file"},
    {"F5 Ctrl-L", "look at the archive anew; redraw the screen"},
    {"? F1", "this help"},
    {"q Ctrl-C", "quit"},
    {"mouse", "wheel scrolls, click selects and narrows"},
};
constexpr std::size_t kKeys = 15;    // columns
constexpr std::size_t kNarrow = 60;  // below, keys have no column of their own

/// A line down the screen between two parts of it.
void draw_border(Surface& surface, const State& state, const Area& left) {
  for (std::size_t row = left.row; row < left.row + left.rows; ++row) {
    surface.put(row, left.column + left.columns, 1, state.ascii ? "|" : "│", Style::Dim);
  }
}

}  // namespace

Surface draw(const State& state) {
  Surface surface(state.size);
  if (state.focus == Focus::Help) {
    draw_help(surface, state);
    return surface;
  }
  draw_query(surface, state);
  draw_info(surface, state);
  draw_timeline(surface, state);
  draw_list(surface, state);
  draw_reading(surface, state);
  draw_facets(surface, state);
  if (state.layout.split) {
    Area left = state.layout.facets.front();
    left.rows = state.layout.list.rows;
    draw_border(surface, state, left);
    draw_border(surface, state, state.layout.list);
  }
  draw_status(surface, state);
  return surface;
}

void draw_timeline(Surface& surface, const State& state) {
  const Area& area = state.layout.timeline;
  if (area.empty() || !state.spread) return;
  const Strip strip = strip_of(*state.spread, area.columns);
  if (strip.columns.empty()) return;
  std::int64_t most = 0;
  for (const Strip::Column& column : strip.columns) most = std::max(most, column.hits);
  const Style style = state.spread_stale ? Style::Dim : Style::Bar;
  surface.put(area.row, area.column, area.columns, strip.first, Style::Dim);
  std::size_t at = area.column + strip.begin;
  for (const Strip::Column& column : strip.columns) {
    const bool bar = column.hits > 0;
    surface.put(area.row, at++, 1, strip_bar(column, most, state.ascii), bar ? style : Style::Dim);
  }
  surface.put(area.row, at + 1, area.columns, strip.last, Style::Dim);
}

void draw_help(Surface& surface, const State& state) {
  const Size size = state.size;
  const std::size_t room = size.rows > 1 ? size.rows - 1 : size.rows;
  for (std::size_t row = 0; row < room && state.help_top + row < std::size(kHelp); ++row) {
    const HelpLine& line = kHelp[state.help_top + row];
    const std::size_t used = surface.put(row, 0, size.columns, line.keys, Style::Key);
    surface.put(row, size.columns < kNarrow ? used + 1 : kKeys, size.columns, line.what, Style::Plain);
  }
  if (size.rows < 2) return;
  const bool more = state.help_top + room < std::size(kHelp);
  surface.put(size.rows - 1, 0, size.columns,
              more ? "Down: more  any other key: back" : "any key: back  The language of queries: morgue help query",
              Style::Dim);
}

std::size_t last_help_top(Size size) {
  const std::size_t room = size.rows > 1 ? size.rows - 1 : size.rows;
  return std::size(kHelp) > room ? std::size(kHelp) - room : 0;
}

}  // namespace morgue::browse
