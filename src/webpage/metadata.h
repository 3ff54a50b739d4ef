// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/timestamp.h"
#include "markup/tree.h"
#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// What is known of a page from outside of it.
struct PageHints {
  std::string url;                   ///< where it was fetched; empty: unknown
  std::optional<Timestamp> crawled;  ///< when
  std::string file;                  ///< its name in the dump: may hold a date
};

/// What a page says about its article, all evidence combined. Empty: unknown.
struct Metadata {
  std::string headline;
  std::string summary;
  std::vector<std::string> authors;  ///< people or agencies, one each, as credited
  std::optional<Timestamp> published;
  DateOrigin published_origin = DateOrigin::None;
  std::optional<Timestamp> updated;
  std::string source;
  std::string section;
  std::vector<std::string> topics;
  std::string language;  ///< BCP 47 primary subtag
  std::string url;       ///< canonical, absolute
  std::string body;      ///< articleBody of JSON-LD as plain paragraphs, a witness for find_body; often empty or cut
  std::vector<std::string> remarks;  ///< what the page declares and cannot be true
  bool is_article = false;           ///< the page itself claims to be one (NewsArticle, og:type article)
  bool is_listing = false;           ///< the page itself claims to be a home, section, topic or search page
};

/// `blocks`: the page's.
Metadata find_metadata(const markup::Tree& page, const PageBlocks& blocks, const PageHints& hints);

}  // namespace morgue::webpage
