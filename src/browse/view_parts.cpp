// SPDX-License-Identifier: GPL-2.0-or-later
// The list, the article and the facets.
#include <algorithm>
#include <string>
#include <string_view>

#include "browse/view.h"
#include "core/width.h"
#include "render/text_parts.h"

namespace morgue::browse {
namespace {

constexpr std::size_t kDate = 10;
constexpr std::size_t kColumnsForDate = 36;
constexpr std::size_t kColumnsForSource = 76;
constexpr std::size_t kSource = 18;

std::string day_of(const std::optional<Timestamp>& time) {
  return time ? time->to_string().substr(0, kDate) : "undated";
}

void draw_hit(Surface& surface, std::size_t row, const Area& area, const Hit& hit, bool selected) {
  std::size_t at = area.column;
  std::size_t end = area.column + area.columns;
  surface.put(row, at, end - at, selected ? ">" : " ", Style::Plain);
  at += 1;
  if (area.columns >= kColumnsForDate) {
    surface.put(row, at, end - at, day_of(hit.published), Style::Dim);
    at += kDate + 1;
  }
  if (area.columns >= kColumnsForSource) {
    end -= kSource + 1;
    surface.put(row, end + 1, kSource, Snippet{hit.source, {}}, Style::Dim, Style::Dim, true);
  }
  if (hit.headline.text.empty()) {
    surface.put(row, at, end - at, "(no headline)", Style::Dim);
  } else {
    surface.put(row, at, end - at, hit.headline, Style::Plain, Style::Hit, true);
  }
}

/// The row of a selection: hits in it can still be told.
void draw_selection(Surface& surface, std::size_t row, const Area& area) {
  for (std::size_t column = area.column; column < area.column + area.columns; ++column) {
    const bool hit = surface.at(row, column).style == Style::Hit;
    surface.restyle(row, column, 1, hit ? Style::SelectedHit : Style::Selected);
  }
}

std::string title_of_reading(const State& state) {
  std::string out = render::grouped(static_cast<std::int64_t>(state.list.selected()) + 1) + " of " +
                    render::grouped(static_cast<std::int64_t>(state.list.size()));
  if (state.reading.hits() > 0) {
    const auto current = state.reading.current_hit();
    const std::string hits = std::to_string(state.reading.hits());
    out += current ? " - hit " + std::to_string(*current + 1) + " of " + hits
                   : " - " + hits + (state.reading.hits() == 1 ? " hit" : " hits");
  }
  return out;
}

void draw_title(Surface& surface, const Area& area, std::string_view title, bool ascii, Style style) {
  std::string line = ascii ? "-- " : "── ";
  line.append(title).append(" ");
  const std::size_t used = surface.put(area.row, area.column, area.columns, line, style);
  for (std::size_t column = used; column < area.columns; ++column) {
    surface.put(area.row, area.column + column, 1, ascii ? "-" : "─", Style::Dim);
  }
}

void draw_facet(Surface& surface, const State& state, Facet facet, const Area& area) {
  const FacetColumn& column = state.facets[facet];
  const bool focused = state.focus == Focus::Facets && state.facet == facet;
  draw_title(surface, area, title_of(facet), state.ascii, focused ? Style::Key : Style::Dim);
  for (std::size_t i = 0; i + 1 < area.rows; ++i) {
    const std::size_t value = column.top + i;
    const std::size_t row = area.row + 1 + i;
    if (value >= column.values.size()) {
      if (i == 0) surface.put(row, area.column, area.columns, column.stale ? " counting" : " none", Style::Dim);
      return;
    }
    const std::string articles = render::grouped(column.articles[value]);
    const std::size_t room = area.columns > articles.size() + 2 ? area.columns - articles.size() - 2 : 0;
    const Style style = column.stale ? Style::Dim : Style::Plain;
    const bool selected = focused && value == column.selected;
    surface.put(row, area.column, 1, selected ? ">" : " ", style);
    surface.put(row, area.column + 1, room, Snippet{column.values[value].value, {}}, style, style, true);
    surface.put(row, area.column + area.columns - articles.size(), articles.size(), articles, Style::Dim);
    if (selected) surface.restyle(row, area.column, area.columns, Style::Selected);
  }
}

}  // namespace

void draw_list(Surface& surface, const State& state) {
  const Area& area = state.layout.list;
  if (area.empty()) return;
  if (state.found != nullptr && state.list.size() == 0) {
    const bool narrowed = !state.narrowings.empty();
    surface.put(area.row, area.column, area.columns, narrowed ? " no matches; x widens" : " no matches", Style::Dim);
    return;
  }
  for (std::size_t i = 0; i < area.rows && state.list.top() + i < state.list.size(); ++i) {
    const std::size_t rank = state.list.top() + i;
    const bool selected = rank == state.list.selected();
    if (const Hit* hit = state.list.at(rank)) {
      draw_hit(surface, area.row + i, area, *hit, selected);
    } else {
      surface.put(area.row + i, area.column + 1, area.columns - 1, "...", Style::Dim);
    }
    if (selected) draw_selection(surface, area.row + i, area);
  }
}

void draw_reading(Surface& surface, const State& state) {
  const Area& area = state.layout.reading;
  if (area.empty() || state.list.size() == 0) return;
  const Style title = state.focus == Focus::Reading ? Style::Key : Style::Dim;
  draw_title(surface, area, title_of_reading(state), state.ascii, title);
  const auto& lines = state.reading.lines();
  for (std::size_t i = 0; i + 1 < area.rows && state.reading.top() + i < lines.size(); ++i) {
    const std::size_t number = state.reading.top() + i;
    const auto& line = lines[number];
    surface.put(area.row + 1 + i, area.column, area.columns, line.text, line.style, line.hit);
    for (const Snippet::Mark& part : state.reading.current_parts(number)) {
      const std::string_view text = line.text.text;
      surface.restyle(area.row + 1 + i, area.column + column_width(text.substr(0, part.begin)),
                      column_width(text.substr(part.begin, part.end - part.begin)), Style::SelectedHit);
    }
  }
}

void draw_facets(Surface& surface, const State& state) {
  for (const Facet facet : kEveryFacet) {
    const Area& area = state.layout.facets.at(static_cast<std::size_t>(facet));
    if (!area.empty()) draw_facet(surface, state, facet, area);
  }
}

}  // namespace morgue::browse
