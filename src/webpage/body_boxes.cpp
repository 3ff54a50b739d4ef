// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/body_boxes.h"

#include <algorithm>

namespace morgue::webpage {
namespace {

bool can_be_box(const Element& element) {
  switch (element.tag) {
    case Tag::Div:
    case Tag::Section:
    case Tag::Article:
    case Tag::List:
    case Tag::Block:
    case Tag::Table:
    case Tag::Blockquote:
      return (element.marks & (mark::kTable | mark::kEmbed)) == 0;
    default:
      return false;
  }
}

}  // namespace

std::vector<bool> find_link_boxes(const PageBlocks& page, const BlockContext& context, std::uint32_t body) {
  constexpr double kMostProse = 0.25;  // of the body's
  constexpr double kBoxLinked = 0.4;
  constexpr double kListLinked = 0.65;
  constexpr double kTeaserLinked = 0.15;
  constexpr std::size_t kTeaser = 500;  // bytes
  const Element& root = page.elements[body];
  const std::uint32_t first = root.first_block;
  const std::size_t count = root.end_block - first;
  std::vector<double> bytes(count + 1, 0);
  std::vector<double> linked(count + 1, 0);
  std::vector<double> link_lines(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Block& block = page.blocks[first + i];
    bytes[i + 1] = bytes[i] + static_cast<double>(block.text.size());
    linked[i + 1] = linked[i] + block.linked;
    link_lines[i + 1] = link_lines[i] + (block.link_share() > 0.8 ? 1 : 0);
  }
  std::vector<bool> boxed(count, false);
  const double prose = context.prose_in(root);
  for (std::uint32_t e = body + 1; e < root.end; ++e) {
    const Element& element = page.elements[e];
    if (!can_be_box(element) || element.first_block == element.end_block) continue;
    const std::size_t from = element.first_block - first;
    const std::size_t to = element.end_block - first;
    if (boxed[from] || context.prose_in(element) > kMostProse * prose) continue;
    const double all = bytes[to] - bytes[from];
    const double share = (linked[to] - linked[from]) / all;
    const bool lines = link_lines[to] > link_lines[from];
    const bool list = element.tag == Tag::List || element.tag == Tag::Table;
    const bool box = share > (list ? kListLinked : kBoxLinked) && lines;
    const bool teaser = !list && lines && share > kTeaserLinked && all < static_cast<double>(kTeaser);
    if (box || teaser)
      std::fill(boxed.begin() + static_cast<std::ptrdiff_t>(from), boxed.begin() + static_cast<std::ptrdiff_t>(to),
                true);
  }
  return boxed;
}

}  // namespace morgue::webpage
