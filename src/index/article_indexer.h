// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "index/document.h"
#include "index/value_terms.h"
#include "index/word_table.h"
#include "text/analyser.h"

namespace morgue::index {

/// Article -> document, by the schema. One object a thread.
class ArticleIndexer {
 public:
  /// Valid until the next call.
  const Document& document(const StoredArticle& article, std::int64_t seq);
  [[nodiscard]] const TermTable& terms() { return words_.terms(); }
  /// Stems and forms of all documents made since the last call, sorted.
  std::vector<StemForm> take_forms() { return words_.take_forms(); }
  /// Numbers of terms are void then.
  void end_batch();

 private:
  enum class Zone : std::uint8_t { Headline, Summary, Body };

  /// A word that is written otherwise than it is folded.
  struct Written {
    std::uint32_t word = 0;
    std::uint32_t exact = 0;
    std::uint32_t position = 0;  ///< 0: none
    auto operator<=>(const Written&) const = default;
  };

  void read_zone(std::string_view text, Zone zone);
  void add(std::uint32_t term, std::uint32_t position, std::uint32_t wdf);
  void add_not_in_body();
  void add_written();
  void add_places(std::uint32_t term, std::uint32_t word, std::vector<std::uint32_t>& positions);

  text::Analyser analyser_;
  WordTable words_;
  Document document_{words_.terms()};
  ValueTermTable values_{words_.terms(), analyser_};
  std::vector<std::uint32_t> outside_;  ///< words of headline and summary, as often as they occur there
  std::vector<Written> written_;
};

}  // namespace morgue::index
