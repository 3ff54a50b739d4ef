// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::query {

/// Text between quotation marks. Blanks are collapsed; `\"`, `\\`, `\*` and `\?` stand for the second sign, any other
/// backslash for itself.
struct Quotation {
  std::string text;
  std::size_t end = 0;  ///< byte after the closing mark
  std::vector<std::size_t>
      wildcards;  ///< in text: every unescaped `*`, and `?` before a letter (after a word it only asks)
};

/// The quotation that begins at `pos`, where an opening mark must stand; nothing if it is never closed.
std::optional<Quotation> read_quotation(std::string_view query, std::size_t pos);
/// The inverse: `text` in double quotes, escaped. `wildcards`: escape what would be read as a wildcard.
std::string quote(std::string_view text, bool wildcards);

}  // namespace morgue::query
