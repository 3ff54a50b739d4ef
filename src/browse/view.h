// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "browse/state.h"
#include "browse/surface.h"

namespace morgue::browse {

/// The picture of a state.
Surface draw(const State& state);

// Its parts, each in the area that the layout has for it.
void draw_query(Surface& surface, const State& state);
void draw_info(Surface& surface, const State& state);
void draw_timeline(Surface& surface, const State& state);
void draw_list(Surface& surface, const State& state);
void draw_reading(Surface& surface, const State& state);
void draw_facets(Surface& surface, const State& state);
void draw_status(Surface& surface, const State& state);
/// Over all of it.
void draw_help(Surface& surface, const State& state);
/// How far the help can be scrolled in a window of this size.
std::size_t last_help_top(Size size);

}  // namespace morgue::browse
