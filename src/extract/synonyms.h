// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace morgue::extract {

/// The fields of an article that a record can fill, by their JSON names.
std::span<const std::string_view> fillable_fields();

/// Folded paths (see fold_path) that mean an article field in the dumps of the world, best first.
std::span<const std::string_view> synonyms_of(std::string_view article_field);

/// An article field that a folded path means.
struct Meaning {
  std::string_view field;
  std::size_t rank = 0;   ///< of the path among the field's synonyms
  std::string_view path;  ///< the synonym itself
};

std::span<const Meaning> meanings_of(std::string_view folded_path);

}  // namespace morgue::extract
