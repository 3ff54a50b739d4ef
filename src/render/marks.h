// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/snippet.h"

namespace morgue::render {

/// The text in order, stretch by stretch, each within a mark or outside of all. Marks that reach beyond it are cut.
void for_each_run(const Snippet& snippet, const std::function<void(std::string_view run, bool marked)>& use);

/// The text with `<<` and `>>` around its marks, for everything that knows no bold.
std::string bracket_marks(const Snippet& snippet);

}  // namespace morgue::render
