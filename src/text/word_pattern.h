// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/analyser.h"
#include "text/snippet.h"

namespace morgue::text {

/// What one token of a text has to be.
struct TokenPattern {
  enum class By : std::uint8_t { Term, Exact, Stem, Prefix };
  By by = By::Term;
  std::string text;  ///< what the term, exact form or stem is, or the term begins with
};

/// One word of a highlight: any of these sequences of adjacent tokens (`covid-19` is two words or one).
struct WordPattern {
  std::vector<std::vector<TokenPattern>> alternatives;
};

/// A highlight as tokens; its words stand next to each other. No words: matches nothing.
using PhrasePattern = std::vector<WordPattern>;

PhrasePattern make_pattern(const Highlight& highlight, Analyser& analyser);

}  // namespace morgue::text
