// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace morgue::text {

/// What a code point does to words, for the Analyser's scan.
enum class CharClass : std::uint8_t {
  Unset,  ///< not looked up yet
  Other,  ///< separates
  Letter,
  Digit,
  Mark,         ///< belongs to the character before it
  Cjk,          ///< a letter of a script written without blanks
  Ignorable,    ///< vanishes: soft hyphen, zero-width and format characters, tatweel
  Apostrophe,   ///< every shape of it
  Dot,          ///< as in 3.5 and U.S.
  Comma,        ///< as in 1,000
  Hyphen,       ///< as in covid-19
  Slash,        ///< as in 9/11
  Ampersand,    ///< as in AT&T
  MiddleDot,    ///< as in col·legi
  HebrewQuote,  ///< the mark inside Hebrew abbreviations
};

/// What happens to combining marks of a letter, and who its neighbours may be.
enum class ScriptGroup : std::uint8_t { Other, MarksFold, Cyrillic, Hebrew };

struct CharInfo {
  static constexpr std::size_t kMaxFold = 12;

  CharClass cls = CharClass::Unset;
  ScriptGroup script = ScriptGroup::Other;
  bool composes = false;         ///< may merge with what stands before it, in NFC
  bool verbatim = false;         ///< folds to itself; the folds below are not filled
  std::uint8_t order = 0;        ///< canonical combining class (of the last character, if it folds to several)
  std::uint8_t term_size = 0;    ///< bytes
  std::uint8_t exact_size = 0;   ///< bytes
  char term_bytes[kMaxFold]{};   ///< lower case, width and diacritics folded
  char exact_bytes[kMaxFold]{};  ///< lower case, width folded

  [[nodiscard]] std::string_view term() const { return {term_bytes, term_size}; }
  [[nodiscard]] std::string_view exact() const { return {exact_bytes, exact_size}; }
};

/// Properties and foldings of code points, looked up once each.
class CharTable {
 public:
  CharTable();

  const CharInfo& info(char32_t code_point) {
    if (is_plain_cjk(code_point)) return plain_cjk_;
    auto& page = pages_[code_point >> 8];
    if (!page) page = std::make_unique<Page>();
    CharInfo& found = (*page)[code_point & 0xFF];
    if (found.cls == CharClass::Unset) found = look_up(code_point);
    return found;
  }

  /// NFC of a character and its marks, compatibility forms replaced; no case folding.
  static std::vector<char32_t> compose(std::span<const char32_t> characters);

 private:
  using Page = std::array<CharInfo, 256>;

  // The bulk of Chinese, Japanese and Korean text folds to itself: no table needed.
  static bool is_plain_cjk(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x3400 && c <= 0x4DBF);
  }
  static CharInfo look_up(char32_t code_point);

  CharInfo plain_cjk_;
  std::vector<std::unique_ptr<Page>> pages_;
};

}  // namespace morgue::text
