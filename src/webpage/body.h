// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "markup/tree.h"
#include "webpage/metadata.h"

namespace morgue::webpage {

/// An article's text as its page shows it.
struct PageText {
  std::string lead;  ///< standfirst between headline and body, not part of the body; often empty
  std::string body;  ///< as of find_body
};
/// `blocks`: the page's.
PageText find_text(const markup::Tree& page, const PageBlocks& blocks, const Metadata& metadata);

/// The article's own text: paragraphs, lists, subheads and quotes in order, one blank line between; without navigation,
/// teasers, captions, share bars, newsletter boxes, comments, cookie banners. Empty when there is no article.
std::string find_body(const markup::Tree& page, const PageBlocks& blocks, const Metadata& metadata);

}  // namespace morgue::webpage
