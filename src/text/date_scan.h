// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

/// A piece of a date: a run of digits, a run of letters, or one other character.
struct DateToken {
  enum class Kind { Number, Word, Symbol };
  Kind kind = Kind::Symbol;
  std::string_view raw;
  std::string word;       ///< Word: folded as by fold_date_word
  int value = -1;         ///< Number: -1 when it has more than nine digits
  char symbol = 0;        ///< Symbol: ASCII only, 0 for any other character
  bool spaced = false;    ///< white space or a control character stands before it
  std::size_t begin = 0;  ///< byte offset in the text
  [[nodiscard]] std::size_t end() const { return begin + raw.size(); }
};

/// Tokens of at most the first `most_bytes` of `text`. White space, control characters and written-out character
/// references (`&#5;`) separate tokens and give none. CJK ideographs and Hangul are one-character words, so that
/// 2017年12月 splits at its units.
std::vector<DateToken> scan_date(std::string_view text, std::size_t most_bytes = 160);

}  // namespace morgue::text
