// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/body_range.h"

#include <algorithm>
#include <string>

#include "text/normalise.h"
#include "text/utf8.h"
#include "webpage/body_lead.h"

namespace morgue::webpage {
namespace {

/// What a block adds to the element that holds it: prose is worth its bytes, links and labels cost.
double worth(const Block& block, Marks around) {
  if ((around & mark::kFurniture) != 0) return 0;
  const double bytes = static_cast<double>(block.text.size());
  const double own = bytes - static_cast<double>(block.linked);
  if ((around & mark::kHeading) != 0) return block.link_share() > 0.5 ? -40 : 0;
  if (is_prose(block, around)) return own;
  if (block.link_share() > 0.5) return -20 - 0.5 * static_cast<double>(block.linked);
  if ((around & (mark::kItem | mark::kTable | mark::kPre | mark::kByline)) != 0) return 0;
  return bytes < 40 ? -5 : own / 2;
}

class Chooser {
 public:
  Chooser(const PageBlocks& page, const BlockContext& context, const Metadata& metadata)
      : page_(page), context_(context), metadata_(metadata) {
    sums_.assign(page.blocks.size() + 1, 0);
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      sums_[b + 1] = sums_[b] + worth(page.blocks[b], context.marks[b]);
    }
  }

  std::vector<std::uint32_t> run() {
    const std::uint32_t densest = best_sum();
    if (value(densest) <= 0) return bare_body();
    for (const Marks kind : {mark::kItemBody, mark::kBody}) {
      auto named = of_one_article(outermost(kind));
      double held = 0;
      for (const std::uint32_t element : named) held += std::max(0.0, value(element));
      const std::uint32_t article = named.empty() ? 0 : article_around(named.front());
      const double rival = article == 0 ? value(densest) : value(best_sum(article));
      if (held > 0 && held >= 0.5 * rival && held >= 0.2 * value(densest)) return around_paragraphs(named);
    }
    for (const Marks kind : {mark::kArticle, mark::kMain}) {
      const auto named = outermost(kind);
      const auto headed = std::ranges::find_if(named, [&](std::uint32_t e) {
        return kind == mark::kArticle && value(e) >= 0.3 * value(densest) && has_headline(page_.elements[e]);
      });
      if (headed != named.end()) return {best_sum(*headed)};
      const auto best = std::ranges::max_element(named, {}, [this](std::uint32_t e) { return value(e); });
      if (best != named.end() && value(*best) >= 0.6 * value(densest)) return {best_sum(*best)};
    }
    return {densest};
  }

 private:
  /// Where each paragraph is named as the text: what they all stand in.
  [[nodiscard]] std::vector<std::uint32_t> around_paragraphs(const std::vector<std::uint32_t>& named) const {
    const auto paragraphs =
        std::ranges::count(named, Tag::P, [this](std::uint32_t e) { return page_.elements[e].tag; });
    if (paragraphs < 2) return named;
    std::uint32_t around = page_.elements[named.front()].parent;
    while (around != 0 && page_.elements[around].end <= named.back()) around = page_.elements[around].parent;
    return {around};
  }

  /// Of a page without any prose (a verse, a line of news): the element that says it is the text.
  [[nodiscard]] std::vector<std::uint32_t> bare_body() const {
    constexpr std::size_t kShortest = 30;
    for (std::uint32_t i = 0; i < page_.elements.size(); ++i) {
      if ((context_.element_marks[i] & (mark::kItemBody | mark::kBody)) == 0) continue;
      std::size_t bytes = 0;
      for (std::uint32_t b = page_.elements[i].first_block; b < page_.elements[i].end_block; ++b) {
        if ((context_.marks[b] & (mark::kFurniture | mark::kHeading)) == 0)
          bytes += page_.blocks[b].text.size() - page_.blocks[b].linked;
      }
      if (bytes >= kShortest) return {i};
    }
    return {};
  }

  /// Pages that go on with the next story as one scrolls hold several: those of the article under the headline, else of
  /// the first with some text.
  [[nodiscard]] std::vector<std::uint32_t> of_one_article(const std::vector<std::uint32_t>& named) const {
    constexpr double kSomeText = 300;
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> group;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const std::uint32_t article = article_around(named[i]);
      group.push_back(named[i]);
      if (i + 1 < named.size() && article_around(named[i + 1]) == article) continue;
      if (article == 0) return named;
      if (has_headline(page_.elements[article])) return group;
      double held = 0;
      for (const std::uint32_t element : group) held += value(element);
      if (first.empty() && held >= kSomeText) first = group;
      group.clear();
    }
    return first.empty() ? named : first;
  }

  [[nodiscard]] bool has_headline(const Element& article) const {
    constexpr std::uint32_t kLooked = 30;
    if (metadata_.headline.empty()) return false;
    const std::uint32_t end = std::min(article.end_block, article.first_block + kLooked);
    for (std::uint32_t b = article.first_block; b < end; ++b) {
      const Block& block = page_.blocks[b];
      if ((context_.marks[b] & mark::kHeading) == 0) continue;
      if (names_headline(block.text, metadata_) || heads_with(block)) return true;
    }
    return false;
  }

  /// A first heading that holds the headline, with a kicker before it or without its second half.
  [[nodiscard]] bool heads_with(const Block& block) const {
    if (page_.elements[block.element].level != 1 || block.text.size() < 20 || metadata_.headline.size() < 20)
      return false;
    const std::string headline = text::fold_value(metadata_.headline);
    const std::string line = text::fold_value(text::truncate_utf8(block.text, 600));
    return line.find(headline) != std::string::npos || headline.find(line) != std::string::npos;
  }

  /// The outermost <article> around an element that is itself below no other article's; itself when there is none.
  [[nodiscard]] std::uint32_t article_around(std::uint32_t element) const {
    std::uint32_t found = 0;
    for (std::uint32_t at = element; at != 0; at = page_.elements[at].parent) {
      if ((context_.element_marks[at] & mark::kArticle) != 0) found = at;
    }
    return found;
  }

  [[nodiscard]] double value(std::uint32_t element) const {
    const Element& e = page_.elements[element];
    return sums_[e.end_block] - sums_[e.first_block];
  }

  /// The deepest of the elements of highest worth, in `within`.
  [[nodiscard]] std::uint32_t best_sum(std::uint32_t within = 0) const {
    std::uint32_t best = within;
    for (std::uint32_t i = within; i < page_.elements[within].end; ++i) {
      const bool inside = i < page_.elements[best].end;
      if (inside ? value(i) >= value(best) : value(i) > value(best)) best = i;
    }
    return best;
  }

  [[nodiscard]] std::vector<std::uint32_t> outermost(Marks kind) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < page_.elements.size();) {
      const bool named = (context_.element_marks[i] & kind) != 0;
      if (named && context_.prose_in(page_.elements[i]) > 0 && value(i) > 0) {
        out.push_back(i);
        i = page_.elements[i].end;
      } else {
        ++i;
      }
    }
    return out;
  }

  const PageBlocks& page_;
  const BlockContext& context_;
  const Metadata& metadata_;
  std::vector<double> sums_;
};

}  // namespace

std::vector<std::uint32_t> find_body_elements(const PageBlocks& page, const BlockContext& context,
                                              const Metadata& metadata) {
  return page.elements.empty() ? std::vector<std::uint32_t>() : Chooser(page, context, metadata).run();
}

}  // namespace morgue::webpage
