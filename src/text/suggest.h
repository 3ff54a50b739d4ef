// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace morgue::text {

/// Damerau-Levenshtein distance (optimal string alignment) in code units, for short ASCII words.
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The candidate nearest to `word`, at most a third of its letters away; empty if none.
std::string nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace morgue::text
