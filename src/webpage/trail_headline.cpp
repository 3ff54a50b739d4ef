// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/trail_headline.h"

#include <string>

#include "webpage/outlet.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

bool is_in_trail(const MarkedNode& h1) {
  if (h1.apart || has_mark(h1.marks, {"breadcrumb", "breadcrumbs"})) return true;
  constexpr int kLevels = 4;
  const markup::Node* up = h1.node->parent;
  for (int level = 0; up != nullptr && level < kLevels; ++level, up = up->parent) {
    if (up->name == "li" || up->name == "nav") return true;
    if (up->name == "header" || up->name == "article") return false;
  }
  return false;
}

}  // namespace

std::optional<PageHeadline> headline_behind_trail(const MarkedNode& h1, const PageMarks& marks,
                                                  std::initializer_list<std::string_view> declared) {
  if (!is_in_trail(h1)) return {};
  // A word or two may end any heading.
  constexpr std::size_t kShortestKey = 12;
  for (const std::string_view text : declared) {
    const std::string wanted = letters_of(text);
    if (wanted.size() < kShortestKey) continue;
    for (const MarkedNode& node : marks.titles) {
      if (node.order < h1.order || node.apart || node.node->name != "h2") continue;
      const std::string key = letters_of(visible_line(node.node, kLongestHeadline));
      if (key.ends_with(wanted) && key.size() < wanted.size() * 2) return PageHeadline{std::string(text), &node};
    }
  }
  return {};
}

}  // namespace morgue::webpage
