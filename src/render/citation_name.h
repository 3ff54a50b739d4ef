// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::render {

/// A credited name as reference managers want it: in parts, or whole.
struct CitedName {
  std::string literal;  ///< an agency, or a name that cannot be taken apart safely; then the other members are empty
  std::string family;
  std::string particle;  ///< `van der`, in lower case: stands before the family name, which is sorted without it
  std::string given;
  std::string suffix;  ///< `Jr.`, `III`

  bool operator==(const CitedName&) const = default;
};

/// Takes `Ludwig van Beethoven`, `Beethoven, Ludwig van` and `Ann Lee, Jr.` apart. `language` is that of the article:
/// where family names come first, or are two words, names stay whole.
CitedName cited_name(std::string_view name, std::string_view language);

}  // namespace morgue::render
