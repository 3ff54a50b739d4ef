// SPDX-License-Identifier: GPL-2.0-or-later
// What the mouse does.
#include "browse/browser.h"
#include "browse/strip.h"

namespace morgue::browse {
namespace {

constexpr std::ptrdiff_t kWheelRows = 3;

}  // namespace

void Browser::mouse(const Key& key) {
  if (state_.focus == Focus::Help) {
    focus(state_.before_help);
  } else if (state_.focus == Focus::File || state_.focus == Focus::Replace) {
    return;  // a question is to be answered first
  } else if (key.kind == Key::Kind::Click) {
    click(key);
  } else {
    wheel(key, key.kind == Key::Kind::WheelUp ? -kWheelRows : kWheelRows);
  }
}

void Browser::click(const Key& key) {
  const Layout& layout = state_.layout;
  if (layout.query.contains(key.row, key.column)) return focus(Focus::Query);
  if (layout.list.contains(key.row, key.column)) {
    const std::size_t rank = state_.list.top() + key.row - layout.list.row;
    if (rank < state_.list.size()) state_.list.select(static_cast<std::int64_t>(rank));
    return focus(Focus::List);
  }
  if (layout.timeline.contains(key.row, key.column) && state_.spread) {
    if (const auto row = row_at(layout.timeline, *state_.spread, key.column)) {
      narrow(narrowing_of(state_.spread->first + static_cast<std::int64_t>(*row), state_.spread->unit));
    }
    return;
  }
  for (const Facet facet : kEveryFacet) {
    const Area& area = layout.facets.at(static_cast<std::size_t>(facet));
    if (!area.contains(key.row, key.column)) continue;
    FacetColumn& column = state_.facets[facet];
    const std::size_t value = column.top + key.row - area.row - 1;
    const bool again = state_.focus == Focus::Facets && state_.facet == facet && column.selected == value;
    state_.facet = facet;
    if (key.row > area.row && value < column.values.size()) {
      column.selected = value;
      if (again) {
        narrow(column.current());
        return focus(Focus::List);
      }
    }
    return focus(Focus::Facets);
  }
}

void Browser::wheel(const Key& key, std::ptrdiff_t rows) {
  const Layout& layout = state_.layout;
  if (layout.reading.contains(key.row, key.column)) return state_.reading.scroll(rows);
  for (const Facet facet : kEveryFacet) {
    if (layout.facets.at(static_cast<std::size_t>(facet)).contains(key.row, key.column)) {
      return state_.facets[facet].move(rows);
    }
  }
  if (!layout.list.empty()) state_.list.move(rows);
}

}  // namespace morgue::browse
