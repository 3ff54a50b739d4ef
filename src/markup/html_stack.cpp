// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_stack.h"

#include <algorithm>
#include <bit>

namespace morgue::markup {

void HtmlStack::push(const Open& element) {
  const int position = size();
  open_.push_back(element);
  element.name->open.push_back(position);
  for (std::uint32_t bits = element.traits; bits != 0; bits &= bits - 1) {
    by_trait_.at(static_cast<std::size_t>(std::countr_zero(bits))).push_back(position);
  }
}

void HtmlStack::shrink(int size) {
  while (this->size() > size) {
    const Open& element = open_.back();
    element.name->open.pop_back();
    for (std::uint32_t bits = element.traits; bits != 0; bits &= bits - 1) {
      by_trait_.at(static_cast<std::size_t>(std::countr_zero(bits))).pop_back();
    }
    open_.pop_back();
  }
}

int HtmlStack::innermost(TagTraits trait) const {
  const std::vector<int>& positions = by_trait_.at(static_cast<std::size_t>(std::countr_zero<std::uint32_t>(trait)));
  return positions.empty() ? kNone : positions.back();
}

int HtmlStack::first_special_inside(int position) const {
  const std::vector<int>& special =
      by_trait_.at(static_cast<std::size_t>(std::countr_zero<std::uint32_t>(TagTraits::kSpecial)));
  const auto found = std::ranges::upper_bound(special, position);
  return found == special.end() ? kNone : *found;
}

}  // namespace morgue::markup
