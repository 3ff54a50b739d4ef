// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/layout.h"

#include <algorithm>

namespace morgue::browse {
namespace {

constexpr std::size_t kRowsForStatus = 3;
constexpr std::size_t kRowsForInfo = 6;
constexpr Size kForTimeline{12, 40};
constexpr Size kForReading{16, 40};
constexpr Size kForEverything{20, 110};
constexpr std::size_t kFacetColumns = 28;
constexpr std::size_t kNarrowestFacet = 16;

bool has_room(Size size, Size needed) {
  return size.rows >= needed.rows && size.columns >= needed.columns;
}

using FacetAreas = std::array<Area, kFacets>;

FacetAreas stacked(const Area& area) {
  FacetAreas areas;
  std::size_t row = area.row;
  for (std::size_t i = 0; i < kFacets; ++i) {
    const std::size_t end = area.row + area.rows * (i + 1) / kFacets;
    areas.at(i) = {row, area.column, end - row, area.columns};
    row = end;
  }
  return areas;
}

/// Side by side; where that is too narrow only the one in use.
FacetAreas beside(const Area& area, Facet facet) {
  FacetAreas areas;
  if (area.columns / kFacets < kNarrowestFacet) {
    areas.at(static_cast<std::size_t>(facet)) = area;
    return areas;
  }
  for (std::size_t i = 0; i < kFacets; ++i) {
    const std::size_t begin = area.columns * i / kFacets;
    const std::size_t end = area.columns * (i + 1) / kFacets;
    areas.at(i) = {area.row, area.column + begin, area.rows, end - begin - (i + 1 < kFacets ? 1 : 0)};
  }
  return areas;
}

void lay_out_everything(Layout& layout, const Area& body) {
  layout.split = true;
  layout.facets = stacked({body.row, body.column, body.rows, kFacetColumns});
  const std::size_t left = kFacetColumns + 1;
  const std::size_t list = (body.columns - left) * 2 / 5;
  layout.list = {body.row, left, body.rows, list};
  layout.reading = {body.row, left + list + 1, body.rows, body.columns - left - list - 1};
}

void lay_out_above_each_other(Layout& layout, const Area& body, Focus focus, Facet facet) {
  layout.list = {body.row, body.column, body.rows * 2 / 5, body.columns};
  const Area below{body.row + layout.list.rows, body.column, body.rows - layout.list.rows, body.columns};
  if (focus == Focus::Facets) {
    layout.facets = beside(below, facet);
  } else {
    layout.reading = below;
  }
}

void lay_out_one(Layout& layout, const Area& body, Focus focus, Facet facet) {
  if (focus == Focus::Reading) {
    layout.reading = body;
  } else if (focus == Focus::Facets) {
    layout.facets = beside(body, facet);
  } else {
    layout.list = body;
  }
}

}  // namespace

Layout layout_of(Size size, Focus focus, Facet facet) {
  Layout layout;
  if (size.rows == 0 || size.columns == 0) return layout;
  layout.query = {0, 0, 1, size.columns};
  std::size_t begin = 1;
  std::size_t end = size.rows;
  if (size.rows >= kRowsForStatus) layout.status = {--end, 0, 1, size.columns};
  if (size.rows >= kRowsForInfo) layout.info = {begin++, 0, 1, size.columns};
  if (has_room(size, kForTimeline)) layout.timeline = {begin++, 0, 1, size.columns};
  const Area body{begin, 0, end - begin, size.columns};
  if (focus == Focus::Reading) {
    lay_out_one(layout, body, focus, facet);
  } else if (has_room(size, kForEverything)) {
    lay_out_everything(layout, body);
  } else if (has_room(size, kForReading)) {
    lay_out_above_each_other(layout, body, focus, facet);
  } else {
    lay_out_one(layout, body, focus, facet);
  }
  return layout;
}

}  // namespace morgue::browse
