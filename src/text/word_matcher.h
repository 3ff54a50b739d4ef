// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/stemmer.h"
#include "text/word_pattern.h"

namespace morgue::text {

struct WordMatch {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::size_t pattern = 0;  ///< which of the phrases
};

/// Every occurrence of `phrases` in a text of `tokens`, by position in the text. Words are compared by stem in
/// `language`.
std::vector<WordMatch> find_matches(const std::vector<PhrasePattern>& phrases, const std::vector<Token>& tokens,
                                    std::string_view language, Stemmer& stemmer);

}  // namespace morgue::text
