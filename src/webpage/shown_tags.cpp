// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/shown_tags.h"

#include <algorithm>

#include "webpage/plain_text.h"
#include "webpage/topic_list.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;
using markup::Node;

/// Links that stand side by side.
struct Row {
  TopicList topics;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool marked = false;  ///< by the links' own classes or rel
  bool own = false;     ///< by rel=tag
};

bool in_sentence(const Node& link) {
  const Node* up = link.parent;
  for (int level = 0; up != nullptr && level < 3; ++level, up = up->parent) {
    if (up->name != "p") continue;
    // A paragraph of tags holds nothing else.
    for (const Node* child = up->first_child; child != nullptr; child = child->next) {
      if (!child->is_element() && child->text.find_first_not_of(" \t\r\n,;:|/#") != View::npos &&
          child->text.size() > 24) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> shown_tags(const PageMarks& marks, const Outlet& outlet, const PageHeadline& headline,
                                    std::string_view lower_text) {
  constexpr std::size_t kLongestTag = 60;
  constexpr std::uint32_t kNear = 9;  // elements between neighbours
  std::vector<Row> rows;
  const std::uint32_t from = headline.node != nullptr ? headline.node->order : 0;
  for (const MarkedNode& marked : marks.tags) {
    const Node& node = *marked.node;
    const bool link = node.name == "a" || (node.parent != nullptr && node.parent->name == "a");
    // `rel=tag` says that the link's text is a tag of this very page, even in a list that is built as navigation.
    const bool own_tag = has_mark(ascii_lower(node.attribute("rel")), {"tag"});
    if (marked.hidden || (marked.apart && !own_tag) || !link || in_sentence(node)) continue;
    const std::string text = visible_line(&node, kLongestTag + 4);
    if (text.empty() || text.size() > kLongestTag) continue;
    if (rows.empty() || marked.order > rows.back().end + kNear || rows.back().own != own_tag) {
      rows.push_back({TopicList(outlet), marked.order, marked.end, false, own_tag});
    }
    Row& row = rows.back();
    row.topics.add(text);
    row.end = marked.end;
    row.marked = row.marked || has_mark(marked.marks, {"tag", "tags", "topic", "topics", "keyword", "keywords"});
  }
  Row* best = nullptr;
  double best_points = 0.35;
  for (Row& row : rows) {
    if (row.topics.empty() || row.topics.size() > 25) continue;
    double points = static_cast<double>(row.topics.mentioned_in(lower_text)) / static_cast<double>(row.topics.size());
    if (row.marked) points += 0.3;
    if (row.own) points += 0.3;
    if (row.begin < from) points -= 0.4;
    if (row.topics.size() > 12) points -= 0.3;
    if (row.topics.size() == 1) points -= row.marked ? 0.2 : 1;
    if (points > best_points) {
      best_points = points;
      best = &row;
    }
  }
  return best == nullptr ? std::vector<std::string>() : best->topics.take();
}

}  // namespace morgue::webpage
