// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>
#include <vector>

#include "markup/html_builder.h"

namespace morgue::markup {

/// `<a><div>one</a>two</div>`: the block goes on, without the link.
void HtmlBuilder::end_formatting(HtmlName& name) {
  constexpr int kRounds = 8;  // as in the standard
  for (int round = 0; round < kRounds; ++round) {
    const int outer = HtmlStack::innermost(name);
    if (outer == HtmlStack::kNone || outer < stack_.innermost(kScope)) return;
    const int block = stack_.first_special_inside(outer);
    if (block == HtmlStack::kNone) {
      close(outer);
      return;
    }
    flush();
    const HtmlStack::Open formatting = stack_.at(outer);
    Node* inner = adopt(outer, block);
    std::vector<HtmlStack::Open> kept;
    for (int i = block; i < stack_.size(); ++i) kept.push_back(stack_.at(i));
    if (kept.size() > 1) kept.insert(kept.begin() + 1, {inner, formatting.name, formatting.traits});
    const std::vector<HtmlName*> too_deep = std::exchange(too_deep_, {});
    stack_.shrink(outer);
    too_deep_ = too_deep;
    for (const HtmlStack::Open& element : kept) stack_.push(element);
  }
}

/// Moves the block behind the formatting element that it stands in, and its children into a copy of that. The copy.
Node* HtmlBuilder::adopt(int outer, int block) {
  const Node* formatting = stack_.at(outer).node;
  Node* moved = stack_.at(block).node;
  Node* parent = moved->parent;
  (moved->previous == nullptr ? parent->first_child : moved->previous->next) = moved->next;
  (moved->next == nullptr ? parent->last_child : moved->next->previous) = moved->previous;
  moved->previous = nullptr;
  moved->next = nullptr;
  tree_.append(stack_.at(outer - 1).node, moved);

  Node* copy = tree_.make_element({});
  ++parts_;
  copy->name = formatting->name;
  copy->attributes = formatting->attributes;
  copy->first_child = std::exchange(moved->first_child, nullptr);
  copy->last_child = std::exchange(moved->last_child, nullptr);
  for (Node* child = copy->first_child; child != nullptr; child = child->next) child->parent = copy;
  tree_.append(moved, copy);
  return copy;
}

}  // namespace morgue::markup
