// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/snippet.h"

namespace morgue::render {

/// The text with `<<` and `>>` around its marks, for everything that knows no bold.
std::string bracket_marks(const Snippet& snippet);

}  // namespace morgue::render
