// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace morgue::text {

/// What a token is made of; decides how index and query treat it.
enum class TokenKind : std::uint8_t {
  Word,      ///< letters, or letters and digits; stemmed
  Number,    ///< 1,000.5 or 9; never stemmed
  Cjk,       ///< two neighbouring characters of a run in a script without blanks, overlapping
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

/// The one way text becomes terms: used by indexing, queries, snippets, word counts and verification alike. Nothing
/// depends on the language of the text, so that a query, whose language nobody knows, gives the terms of the article.
///
/// Word boundaries follow UAX #29, with these rules on top:
/// - soft hyphens, zero-width and format characters vanish; all apostrophes are one; NFC and NFD give the same terms;
/// - an apostrophe stays inside a word (`don't`), but elisions are split (`l'état` is `l`, `état`), and the English
///   possessive is in the exact form only (`president's` is `president`);
/// - `U.S.` is `us`, `Ph.D.` is `phd`, `AT&T` is `at&t`; `word.Next` are two words;
/// - a number keeps its inner dots and commas and the letters stuck to it: `1,000.5`, `3.5` of `3.5%`, `1.13bn`;
/// - a word with hyphens or slashes gives its parts and a Compound right after the first of them: the parts joined
///   (`reelected`, `covid19`), or with the separators if all are numbers (`9/11`, `1939-45`). A chain of more than
///   eight parts, or of more than three with a slash among them (a URL), has no Compound;
/// - Han, kana, Hangul, Thai, Lao, Khmer and Burmese letters give overlapping pairs and a CjkTail;
/// - a term of more than 200 bytes is cut and ends in a hash of the whole.
///
/// Positions rise by one with each token that is not a Compound; tokens are in order of position. One object a thread.
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// Changes whenever any text would give other terms; stored with every segment.
  static std::string_view fingerprint();

  /// Tokens of valid UTF-8 (on other bytes: some tokens, never a crash). Valid until the next call.
  const std::vector<Token>& analyse(std::string_view text);

  /// The same tokens, in portions of some thousands, so that a long text needs no more memory than a short one. A
  /// Compound comes with its parts. Each portion is valid until `take` returns.
  void analyse(std::string_view text, const std::function<void(const std::vector<Token>&)>& take);

  /// Words as a person counts them: Compounds and CJK overlaps not counted twice, each CJK character one.
  std::int64_t count_words(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::text
