// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyser.h"

namespace morgue::query {

/// A word of a text with wildcards.
struct PatternWord {
  std::size_t begin = 0;  ///< bytes in the text
  std::size_t end = 0;
  bool wildcard = false;
  bool unbroken = false;  ///< wildcard: the sign stands directly beside a letter of a script without blanks
  std::string pattern;    ///< wildcard: folded like a term, `*` and `?` in it; empty if it is too long for that
  std::size_t fixed = 0;  ///< wildcard: letters and digits of the pattern
};

struct Pattern {
  std::vector<PatternWord> words;
  bool hyphenated = false;  ///< all of the text is one chain of words that the analyser also indexes joined
};

/// Bytes of every `*` and `?` in a word.
std::vector<std::size_t> wildcards_in(std::string_view word);
/// Splits a text as the analyser would, with the signs at `wildcards` (ASCII, ascending) taken for letters.
Pattern read_pattern(std::string_view text, const std::vector<std::size_t>& wildcards, text::Analyser& analyser);

}  // namespace morgue::query
