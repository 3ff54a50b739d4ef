// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/tree.h"

namespace morgue::webpage {

/// A <meta> with a name of any kind (`name`, `property`, `itemprop`, `http-equiv`).
struct MetaTag {
  std::string name;  ///< lower case
  std::string_view content;
};

/// An element that says what it holds: by its classes, id, itemprop, rel, property or test ids.
struct MarkedNode {
  const markup::Node* node = nullptr;
  std::string marks;        ///< all of these in lower case, joined by blanks, camelCase split by hyphens
  std::uint32_t order = 0;  ///< number of its element in the page
  std::uint32_t end = 0;    ///< number of the first element behind it
  bool hidden = false;
  bool apart = false;  ///< in navigation, footer, comments, teasers: not of the article itself
};

/// What one walk through a page finds of interest for its metadata. Views and pointers live as long as the tree.
struct PageMarks {
  std::vector<MetaTag> metas;
  std::vector<std::string> linked_data;  ///< texts of JSON-LD scripts
  std::vector<MarkedNode> h1;            ///< outside of hidden parts, in order
  std::vector<MarkedNode> times;         ///< <time> and elements with a `datetime`
  std::vector<MarkedNode> dates;         ///< elements marked as a date
  std::vector<MarkedNode> authors;       ///< elements marked as an author or a byline
  std::vector<MarkedNode> tags;          ///< elements marked as a list of tags, and links to a tag
  std::vector<MarkedNode> titles;        ///< elements marked as a headline that are no h1
  std::string title;                     ///< of the page, as one line
  std::string html_language;
  std::string canonical;  ///< as written
  std::string base;       ///< as written
  std::string amp;        ///< as written
  std::uint32_t elements = 0;
  /// Elements that speak of other things than the article: the numbers of each and of the first element behind it.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;

  /// A part that holds the headline was not apart after all: corrects `apart` of all marked nodes.
  void settle(std::uint32_t headline_order);

  /// Contents of the metas of these names, in the order of the names; empty ones left out.
  [[nodiscard]] std::vector<std::string> contents(std::initializer_list<std::string_view> names) const;
  /// The first of them, empty when there is none.
  [[nodiscard]] std::string content(std::initializer_list<std::string_view> names) const;
};

PageMarks read_marks(const markup::Tree& page);

/// Whether `marks` holds one of the words, as a whole word between hyphens, underscores, colons and blanks.
bool has_mark(std::string_view marks, std::initializer_list<std::string_view> words);

}  // namespace morgue::webpage
