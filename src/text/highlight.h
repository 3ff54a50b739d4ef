// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace morgue::text {

struct Highlight;

/// One word to look for, as typed in the query, and how words of a text are compared with it.
struct MarkedWord {
  enum class By : std::uint8_t {
    Term,      ///< folded
    Exact,     ///< diacritics as written
    Stem,      ///< same stem in the language of the text; a hyphenated word also as its parts, folded
    Wildcard,  ///< as text::WordGlob
    Fuzzy,     ///< folded, within `distance` edits
  };
  std::string text;
  By by = By::Term;
  std::size_t distance = 0;
};

/// Adjacent words, marked as a whole.
struct MarkedPhrase {
  std::vector<MarkedWord> words;
};
/// Two things near each other, as query::Near says. Each is marked by itself, and only where the other is near.
struct MarkedNear {
  std::uint32_t distance = 1;
  bool ordered = false;
  std::vector<Highlight> of;  ///< exactly two
};
/// Any of several.
struct MarkedAny {
  std::vector<Highlight> of;
};

/// What to look for in a text.
struct Highlight {
  std::variant<MarkedPhrase, MarkedNear, MarkedAny> what;
  std::uint32_t first_words = 0;  ///< of a phrase: only among the first so many words of the text; 0: anywhere
};

}  // namespace morgue::text
