// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyser.h"

namespace morgue::index {

/// One of several adjacent words.
struct ReadWord {
  std::string term;
  std::string exact;
  std::uint32_t offset = 0;     ///< position after the first word's
  std::uint32_t width = 1;      ///< positions it covers: 2 for a pair of CJK characters
  bool lone_character = false;  ///< a single CJK character, which texts hold inside of pairs
};

/// A piece of query text, read as articles are.
struct Reading {
  std::vector<ReadWord> words;  ///< adjacent; without compounds and what CJK pairs already say
  std::string compound;         ///< all of them joined, where the text is one hyphenated word
  std::string stemmed;          ///< the only word, or the compound; empty where that has no stem
};

class QueryReader {
 public:
  /// Throws Error{Query} if there is no word in the text.
  Reading read(std::string_view text);
  /// Whether a term is a pair of CJK characters of which this is the first.
  bool is_pair_with(std::string_view term, std::string_view character);

 private:
  text::Analyser analyser_;
};

}  // namespace morgue::index
