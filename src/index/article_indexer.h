// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "index/word_table.h"
#include "text/analyser.h"

namespace morgue::index {

/// Article -> Xapian document, by the schema. One object a thread.
class ArticleIndexer {
 public:
  Xapian::Document document(const StoredArticle& article, std::int64_t seq);
  /// Stems and forms of all documents made since the last call, sorted.
  std::vector<StemForm> take_forms() { return words_.take_forms(); }
  /// Whether any document made so far has positions.
  [[nodiscard]] bool any_positions() const { return any_positions_; }

 private:
  enum class Zone : std::uint8_t { Headline, Summary, Body };
  struct Occurrence {
    std::uint32_t word = 0;
    std::uint32_t position = 0;  ///< 0: beyond the zone, without one
    Zone zone = Zone::Body;
  };
  using Group = std::vector<Occurrence>::const_iterator;

  void read_zone(Xapian::Document& document, std::string_view text, Zone zone);
  void add_words(Xapian::Document& document);
  void add_word(Xapian::Document& document, Group begin, Group end);

  text::Analyser analyser_;
  WordTable words_;
  std::vector<Occurrence> occurrences_;
  bool any_positions_ = false;
};

}  // namespace morgue::index
