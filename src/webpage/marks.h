// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "markup/tree.h"
#include "webpage/html_tags.h"

namespace morgue::webpage {

/// What an element's name, attributes and the words of its class say it is. A block of text has the marks of all the
/// elements around it.
using Marks = std::uint64_t;

namespace mark {
inline constexpr Marks kNav = 1ULL << 0;
inline constexpr Marks kAside = 1ULL << 1;
inline constexpr Marks kFooter = 1ULL << 2;
inline constexpr Marks kHeader = 1ULL << 3;
inline constexpr Marks kForm = 1ULL << 4;
inline constexpr Marks kFigure = 1ULL << 5;
inline constexpr Marks kHidden = 1ULL << 6;
inline constexpr Marks kHeading = 1ULL << 7;
inline constexpr Marks kItem = 1ULL << 8;
inline constexpr Marks kQuote = 1ULL << 9;
inline constexpr Marks kPre = 1ULL << 10;
inline constexpr Marks kTable = 1ULL << 11;
inline constexpr Marks kNoscript = 1ULL << 12;
inline constexpr Marks kAd = 1ULL << 13;
inline constexpr Marks kShare = 1ULL << 14;
inline constexpr Marks kRelated = 1ULL << 15;
inline constexpr Marks kComment = 1ULL << 16;
inline constexpr Marks kNewsletter = 1ULL << 17;
inline constexpr Marks kConsent = 1ULL << 18;
inline constexpr Marks kCaption = 1ULL << 19;
inline constexpr Marks kByline = 1ULL << 20;
inline constexpr Marks kBio = 1ULL << 21;
inline constexpr Marks kTags = 1ULL << 22;
inline constexpr Marks kMedia = 1ULL << 23;
inline constexpr Marks kPopup = 1ULL << 24;
inline constexpr Marks kSummary = 1ULL << 25;
inline constexpr Marks kHeadline = 1ULL << 26;
inline constexpr Marks kBody = 1ULL << 27;      ///< the words for an article's text
inline constexpr Marks kItemBody = 1ULL << 28;  ///< itemprop="articleBody"
inline constexpr Marks kArticle = 1ULL << 29;   ///< <article>, itemtype of an article, role="article"
inline constexpr Marks kMain = 1ULL << 30;
inline constexpr Marks kEmbed = 1ULL << 31;  ///< posts of social networks
inline constexpr Marks kButton = 1ULL << 32;

/// Never part of an article where the element is not most of the page.
inline constexpr Marks kFurniture = kNav | kAside | kFooter | kForm | kFigure | kHidden | kNoscript | kAd | kShare |
                                    kRelated | kComment | kNewsletter | kConsent | kCaption | kBio | kTags | kMedia |
                                    kPopup | kButton;
}  // namespace mark

/// Reads marks off elements; remembers class values, which pages repeat.
class MarkReader {
 public:
  Marks read(const markup::Node& element, Tag tag);

 private:
  Marks of_words(std::string_view value);

  std::unordered_map<std::string_view, Marks> known_;
};

/// Class words as compared: lower case, `-` between words and around all (`mainNav post_body` is
/// `-main-nav-post-body-`).
std::string fold_class(std::string_view value);

}  // namespace morgue::webpage
