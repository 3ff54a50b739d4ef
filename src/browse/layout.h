// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "browse/surface.h"
#include "browse/wanted.h"

namespace morgue::browse {

/// What the keys go to.
enum class Focus : std::uint8_t { Query, List, Reading, Facets, Help, File, Replace };

/// Where everything is. What there is no room for is empty.
struct Layout {
  Area query;
  Area info;  ///< narrowings; carets under a wrong query
  Area timeline;
  Area list;
  Area reading;
  std::array<Area, kFacets> facets;
  Area status;
  bool split = false;  ///< list and article stand side by side
};

/// In a small window only what has the focus is there; in a large one everything is.
Layout layout_of(Size size, Focus focus, Facet facet);

}  // namespace morgue::browse
