// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_lines.h"

#include "webpage/marks.h"
#include "webpage/outlet.h"

namespace morgue::webpage {

void PageLines::look() {
  if (known_) return;
  known_ = true;
  headline_block_ = page_.blocks.size();
  const std::string key = letters_of(headline_);
  if (key.empty()) return;
  // Some pages print it only for readers of the screen.
  headline_block_ = find(key, false);
  if (headline_block_ == page_.blocks.size()) headline_block_ = find(key, true);
}

std::size_t PageLines::find(const std::string& key, bool apart) const {
  constexpr std::size_t kLongParagraph = 300;
  std::size_t found = page_.blocks.size();
  bool heading = false;
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const Block& block = page_.blocks[i];
    if (block.text.size() > kLongParagraph && found < i) break;
    if (block.text.size() > headline_.size() * 2 + 20 || (!apart && is_apart(block))) continue;
    const std::string line = letters_of(block.text);
    if (line != key && !(line.size() > 12 && key.ends_with(line))) continue;
    const bool is_heading = page_.elements[block.element].tag == Tag::Heading;
    if (heading && !is_heading) continue;
    heading = heading || is_heading;
    found = i;
  }
  return found;
}

std::size_t PageLines::headline() {
  look();
  return headline_block_;
}

std::string PageLines::article_text() const {
  constexpr std::size_t kShortestLine = 60;
  constexpr std::size_t kMost = 64U << 10U;
  std::string out;
  for (const Block& block : blocks()) {
    if (block.text.size() < kShortestLine || block.link_share() > 0.6) continue;
    if (out.size() + block.text.size() > kMost) break;
    out += block.text;
    out += '\n';
  }
  return out;
}

bool PageLines::is_apart(const Block& block) const {
  constexpr Marks kApart = mark::kNav | mark::kFooter | mark::kHidden | mark::kRelated | mark::kComment |
                           mark::kNewsletter | mark::kConsent | mark::kPopup | mark::kAd;
  if ((block.marks & kApart) != 0) return true;
  for (std::uint32_t at = block.element;; at = page_.elements[at].parent) {
    const Element& element = page_.elements[at];
    if ((element.marks & kApart) != 0 && element.tag != Tag::Body && element.tag != Tag::Article &&
        element.tag != Tag::Main) {
      return true;
    }
    if (element.parent == at) return false;
  }
}

}  // namespace morgue::webpage
