// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/stemmer.h"
#include "text/word_pattern.h"

namespace morgue::text {

struct WordMatch {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::size_t pattern = 0;  ///< which of the phrases
  std::uint32_t first = 0;  ///< positions
  std::uint32_t last = 0;
};

/// Stems what is compared by stem, for texts in `language`.
void stem_patterns(std::vector<PhrasePattern>& phrases, std::string_view language, Stemmer& stemmer);

/// Every occurrence of `phrases`, stemmed for `language`, in a text of `tokens`, by position in the text.
std::vector<WordMatch> find_matches(std::vector<PhrasePattern>& phrases, const std::vector<Token>& tokens,
                                    std::string_view language, Stemmer& stemmer);

}  // namespace morgue::text
