// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/snippet.h"

namespace morgue::render {

/// One paragraph broken into lines of at most `width` columns, marks cut to their lines. Breaks at blanks, which go,
/// and between East Asian characters, but not before closing or after opening punctuation; a word longer than a line
/// is broken where the line ends. Nothing but blanks at line ends is lost. Empty text has no lines.
std::vector<Snippet> wrap(const Snippet& paragraph, std::size_t width);
std::vector<std::string> wrap(std::string_view paragraph, std::size_t width);

}  // namespace morgue::render
