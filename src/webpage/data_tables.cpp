// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/data_tables.h"

#include <cstddef>

namespace morgue::webpage {

bool is_data_table(const markup::Node& table) {
  constexpr std::size_t kLooked = 4000;  // nodes
  constexpr std::size_t kLongestCell = 500;
  constexpr std::size_t kLayoutParts = 3;
  if (table.attribute("role") == "presentation") return false;
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t parts = 0;  // of the open cell
  std::size_t bytes = 0;
  std::size_t looked = 0;
  bool headed = false;
  for (const auto* at = table.first_child; at != nullptr && looked < kLooked; at = markup::next_node(at, &table)) {
    ++looked;
    if (!at->is_element()) {
      bytes += at->text.size();
      if (bytes > kLongestCell && !headed) return false;
      continue;
    }
    if (at->name == "table" || at->name == "form" || at->name == "article" || at->name == "h1") return false;
    if (at->name == "th" || at->name == "caption") headed = true;
    if (at->name == "tr") ++rows;
    if (at->name == "td" || at->name == "th") {
      ++cells;
      parts = 0;
      bytes = 0;
    }
    if (at->name == "p" || at->name == "div" || at->name == "li") {
      if (++parts > kLayoutParts) return false;
    }
  }
  return rows > 1 && cells >= 2 * rows;
}

}  // namespace morgue::webpage
