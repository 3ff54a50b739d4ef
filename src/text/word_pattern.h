// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/analyser.h"
#include "text/edit_limit.h"
#include "text/highlight.h"
#include "text/word_glob.h"

namespace morgue::text {

/// What one token of a text has to be.
struct TokenPattern {
  enum class By : std::uint8_t { Term, Exact, Stem, Prefix, Wildcard, Fuzzy };
  By by = By::Term;
  std::string text = {};  ///< what the term, exact form or stem is, or the term begins with
  std::string word = {};  ///< of Stem: what `text` is the stem of
  std::optional<WordGlob> glob = {};
  std::optional<EditWalker> walker = {};
};

/// One word of a highlight: any of these sequences of adjacent tokens, never empty (`covid-19` is two words or one).
struct WordPattern {
  std::vector<std::vector<TokenPattern>> alternatives;
};

/// A highlight as tokens; its words stand next to each other. No words: matches nothing.
struct PhrasePattern {
  std::vector<WordPattern> words;
  std::uint32_t first_words = 0;  ///< all within the first so many positions; 0: anywhere
};

PhrasePattern make_pattern(const MarkedPhrase& phrase, std::uint32_t first_words, Analyser& analyser);

}  // namespace morgue::text
