// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/body_lead.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/normalise.h"
#include "webpage/boilerplate.h"
#include "webpage/outlet.h"

namespace morgue::webpage {
namespace {

/// Furniture that a standfirst is never in. (`teaser-text` and the like is what some call a standfirst.)
constexpr Marks kNoLead = mark::kFurniture & ~(mark::kRelated);

bool reads_like_lead(const Block& block, Marks marks) {
  constexpr std::size_t kNamed = 30;
  constexpr std::size_t kUnnamed = 80;
  constexpr std::size_t kLongest = 1500;
  const std::size_t bytes = block.text.size();
  if (bytes > kLongest || block.link_share() > 0.3 || (marks & kNoLead) != 0) return false;
  if ((marks & mark::kRelated) != 0 && (marks & mark::kSummary) == 0) return false;
  if ((marks & mark::kByline) != 0 && (marks & mark::kSummary) == 0) return false;
  if (is_boilerplate(text::fold_value(block.text), block.link_share())) return false;
  return bytes >= ((marks & mark::kSummary) != 0 ? kNamed : kUnnamed);
}

}  // namespace

bool names_headline(std::string_view text, const Metadata& metadata) {
  if (metadata.headline.empty()) return false;
  const std::size_t bytes = metadata.headline.size();
  if (text.size() > 2 * bytes + 20 || 2 * text.size() + 20 < bytes) return false;
  return letters_of(text) == letters_of(metadata.headline);
}

bool ends_with_headline(std::string_view text, const Metadata& metadata) {
  constexpr std::size_t kShortest = 12;
  if (text.size() > 3 * metadata.headline.size()) return false;
  const std::string headline = letters_of(metadata.headline);
  const std::string key = letters_of(text);
  return headline.size() >= kShortest && key.size() < 2 * headline.size() && key.ends_with(headline);
}

bool is_headline(const PageBlocks& page, const Block& block, const Metadata& metadata) {
  constexpr std::size_t kLongest = 600;
  if (block.text.size() > kLongest) return false;
  for (std::uint32_t at = block.element, up = 0; up < 4; ++up) {
    if (page.elements[at].level == 1) return true;
    at = page.elements[at].parent;
  }
  return names_headline(block.text, metadata);
}

std::vector<std::uint32_t> find_lead(const PageBlocks& page, const BlockContext& context, std::uint32_t first,
                                     const Metadata& metadata) {
  constexpr std::uint32_t kFarthest = 40;  // blocks
  std::uint32_t headline = first;
  for (std::uint32_t b = first; b-- > 0 && first - b <= kFarthest;) {
    if ((context.marks[b] & (mark::kAside | mark::kRelated | mark::kHidden)) != 0) continue;
    if (!is_headline(page, page.blocks[b], metadata)) continue;
    headline = b;
    break;
  }
  std::vector<std::uint32_t> out;
  for (std::uint32_t b = headline + 1; b < first; ++b) {
    if (reads_like_lead(page.blocks[b], context.marks[b]) && !is_headline(page, page.blocks[b], metadata) &&
        !ends_with_headline(page.blocks[b].text, metadata)) {
      out.push_back(b);
    }
  }
  constexpr std::size_t kMost = 6;  // more is something else
  if (out.size() > kMost) out.clear();
  const std::string& opening = page.blocks[first].text;
  std::erase_if(out, [&](std::uint32_t b) { return page.blocks[b].text == opening; });
  return out;
}

}  // namespace morgue::webpage
