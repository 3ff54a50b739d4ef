// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/block_context.h"

#include <algorithm>

namespace morgue::webpage {
namespace {

constexpr Marks kStubborn =
    mark::kComment | mark::kNav | mark::kFooter | mark::kConsent | mark::kRelated | mark::kBio | mark::kAside;

/// Share of the page's prose above which a mark is not believed. Readers' comments may well be most of a page.
double refuting_share(Marks marks, bool has_body) {
  constexpr double kAlmostAll = 0.95;
  if ((marks & mark::kBio) != 0) return kAlmostAll;
  if (has_body) return 0.1;
  return (marks & kStubborn) != 0 ? 0.7 : 0.4;
}

// Boxes that lead elsewhere; one without links is none, whatever its class.
constexpr Marks kMadeOfLinks = mark::kRelated | mark::kTags | mark::kNav;
constexpr double kUnlinked = 0.05;
// Shares of a page's prose above which an element named so may well hold the article.
constexpr double kNamedBody = 0.1;
constexpr double kArticleBody = 0.25;
constexpr double kMost = 0.6;
// An article's own classes name its subject and its kind: `category-newsletter format-gallery`.
constexpr Marks kTopics = mark::kMedia | mark::kNewsletter | mark::kAd | mark::kShare | mark::kBio | mark::kPopup |
                          mark::kConsent | mark::kTags | mark::kCaption;

/// Marks that most of an article's prose stands under piece by piece: slides that are hidden until asked for, stories
/// told in captions.
Marks marks_of_most(const PageBlocks& page, const BlockContext& context, const std::vector<Marks>& around) {
  constexpr Marks kOfArticle = mark::kArticle | mark::kBody | mark::kItemBody | mark::kMain;
  constexpr Marks kKinds[] = {mark::kHidden | mark::kMedia, mark::kFigure | mark::kCaption | mark::kMedia};
  Marks out = 0;
  for (const Marks kind : kKinds) {
    double held = 0;
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      const Marks marks = around[page.blocks[b].element] | page.blocks[b].marks;
      if ((marks & kind) != 0 && (marks & kOfArticle) != 0) held += context.prose[b + 1] - context.prose[b];
    }
    if (held > 0 && held >= kMost * context.prose.back()) out |= kind;
  }
  return out;
}

}  // namespace

bool is_prose(const Block& block, Marks around) {
  constexpr std::size_t kShortest = 80;
  constexpr double kMostLinked = 0.35;
  return (around & mark::kHeading) == 0 && block.text.size() >= kShortest && block.link_share() < kMostLinked;
}

BlockContext read_context(const PageBlocks& page) {
  const auto& elements = page.elements;
  const auto& blocks = page.blocks;
  BlockContext out;
  std::vector<Marks> around(elements.size(), 0);
  out.prose.assign(blocks.size() + 1, 0);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    around[i] = elements[i].marks | (i == 0 ? 0 : around[elements[i].parent]);
  }
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Marks marks = around[blocks[b].element] | blocks[b].marks;
    const bool counts = is_prose(blocks[b], marks);
    out.prose[b + 1] = out.prose[b] + (counts ? static_cast<double>(blocks[b].text.size() - blocks[b].linked) : 0.0);
  }
  std::vector<double> linked(blocks.size() + 1, 0);
  for (std::size_t b = 0; b < blocks.size(); ++b) linked[b + 1] = linked[b] + blocks[b].linked;
  const double total = out.prose.back();
  // The number of article bodies that open before each element tells whether one is inside.
  std::vector<std::uint32_t> bodies(elements.size() + 1, 0);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const bool named = (elements[i].marks & (mark::kItemBody | mark::kBody)) != 0;
    const bool article = (elements[i].marks & mark::kArticle) != 0;
    const bool body = (named && out.prose_in(elements[i]) >= kNamedBody * total) ||
                      (article && out.prose_in(elements[i]) >= kArticleBody * total);
    bodies[i + 1] = bodies[i] + (body ? 1 : 0);
  }
  const Marks untold = marks_of_most(page, out, around);
  out.element_marks.resize(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    Marks marks = elements[i].marks;
    marks &= ~untold;
    if ((marks & mark::kItemBody) != 0) marks &= ~mark::kFurniture;
    if ((marks & mark::kArticle) != 0) marks &= ~kTopics;
    if ((marks & (mark::kFurniture | mark::kByline)) != 0 && total > 0) {
      const bool own = bodies[i + 1] > bodies[i] && (marks & (kStubborn & ~mark::kAside)) == 0;
      const bool has_body = own || bodies[elements[i].end] > bodies[i + 1];
      const double prose = out.prose_in(elements[i]);
      if (prose >= refuting_share(marks, has_body) * total) marks &= ~(mark::kFurniture | mark::kByline);
      const double links = linked[elements[i].end_block] - linked[elements[i].first_block];
      if (links <= kUnlinked * prose) marks &= ~kMadeOfLinks;
    }
    out.element_marks[i] = marks;
    around[i] = marks | (i == 0 ? 0 : around[elements[i].parent]);
  }
  out.marks.resize(blocks.size());
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    out.marks[b] = around[blocks[b].element] | (blocks[b].marks & ~untold);
  }
  return out;
}

}  // namespace morgue::webpage
