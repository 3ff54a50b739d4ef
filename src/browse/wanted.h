// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "index/searcher.h"
#include "query/ast.h"

namespace morgue::browse {

enum class Facet : std::uint8_t { Author, Topic, Source, Period };
inline constexpr std::size_t kFacets = 4;
inline constexpr std::array<Facet, kFacets> kEveryFacet = {Facet::Author, Facet::Topic, Facet::Source, Facet::Period};

/// A value that results were narrowed to.
struct Narrowing {
  Facet facet = Facet::Author;
  std::string value;  ///< as shown
  Day from = {};      ///< of a period
  Day to = {};        ///< of a period
  bool operator==(const Narrowing&) const = default;
};

/// What is asked of the archive.
struct Question {
  std::string text;     ///< of the query; nothing but blanks stands for everything
  bool typing = false;  ///< its last word may be unfinished
  std::vector<Narrowing> narrowings;
  index::Sort sort = index::Sort::Relevance;
  std::uint64_t snapshot = 0;  ///< another number: look at the archive anew
  bool operator==(const Question&) const = default;
};

/// Hits come in pages of this size.
inline constexpr std::size_t kPage = 50;

/// Everything the screen lacks at this moment. A newer one makes the older one pointless.
struct Wanted {
  std::uint64_t number = 0;  ///< of the question; answers bear it
  Question question;
  std::optional<std::size_t> page;           ///< beside the first, which comes with the total
  std::optional<ArticleId> article;          ///< to be read
  std::shared_ptr<const query::Node> query;  ///< what the hits on the screen match, once they are there
  bool facets = false;                       ///< their columns are on the screen
  bool spread = false;                       ///< the timeline is
  bool operator==(const Wanted&) const = default;
};

}  // namespace morgue::browse
