// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

/// What a token is made of; decides how index and query treat it.
enum class TokenKind : std::uint8_t {
  Word,      ///< letters, or letters and digits; stemmed
  Number,    ///< 1,000.5 or 9; never stemmed
  Cjk,       ///< two neighbouring characters of a Chinese, Japanese or Korean-Hanja run, overlapping
  CjkTail,   ///< the last character of such a run (the only one of a run of one)
  Compound,  ///< a hyphenated or slashed word joined (`covid-19` -> `covid19`) at the position of its first part
};

/// One token. `term` is what is indexed: case and diacritics folded. `exact` is the same with diacritics kept
/// (NFC, lower case); equal to `term` for most words. The views point into the Analyser's buffers.
struct Token {
  std::string_view term;
  std::string_view exact;
  std::uint32_t position = 0;  ///< counts from 0; CJK characters take one each
  std::size_t begin = 0;       ///< byte span in the input
  std::size_t end = 0;
  TokenKind kind = TokenKind::Word;
};

/// The one way text becomes terms: used by indexing, queries, snippets, word counts and verification alike.
/// Word boundaries follow UAX #29 with the exceptions of DESIGN section 8: soft hyphens and zero-width characters
/// vanish, elisions are split (l'état), U.S. is `us`, AT&T is `at&t`, 1,000.5 stays whole, a hyphenated word gives its
/// parts and a Compound. Thread-compatible: one object a thread.
class Analyser {
 public:
  /// Changes whenever any text would give other terms; stored with every segment.
  static std::string_view fingerprint();

  /// Tokens of valid UTF-8, NFC or not. `language` (may be empty) decides elisions. Valid until the next call.
  const std::vector<Token>& analyse(std::string_view text, std::string_view language = {});

  /// Words as a person counts them: Compounds and CJK overlaps not counted twice, each CJK character one.
  std::int64_t count_words(std::string_view text);

 private:
  void add_run(std::string_view text, std::size_t begin, std::size_t end, std::string_view language);
  std::vector<Token> tokens_;
  std::string buffer_;
};

}  // namespace morgue::text
