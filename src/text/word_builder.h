// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/char_reader.h"

namespace morgue::text {

/// Collects the two forms of a word, character by character. A letter followed by marks is put into NFC here, so that
/// composed and decomposed text give the same terms without a normalised copy of the whole text.
class WordBuilder {
 public:
  explicit WordBuilder(CharTable& table) : table_(table) {}

  void clear();
  /// A letter or digit; `source` is how it stands in the text.
  void add(const Char& character, std::string_view source);
  /// ASCII letters and digits, any case.
  void add_ascii(std::string_view run);
  /// Something that belongs to the character before it: a mark, or a Hangul vowel.
  void attach(const Char& character, std::string_view source);
  /// Punctuation inside the word, in both forms.
  void add_inner(char punctuation);
  /// Punctuation inside the word that the term leaves out.
  void add_inner_exact(std::string_view punctuation);

  /// Takes the possessive `'s` from the end of the term: a phrase must find `the president's` as well as `the
  /// president`.
  void drop_possessive();

  [[nodiscard]] bool empty() const { return term_.empty(); }
  [[nodiscard]] std::string_view term() const { return term_; }
  [[nodiscard]] std::string_view exact() const { return differs_ ? std::string_view(exact_) : term_; }

 private:
  // UAX #15 calls text with more marks on one character than this not "stream-safe"; the rest is dropped.
  static constexpr std::size_t kMaxUnit = 31;

  void append(std::string_view term, std::string_view exact);
  void start_unit(const Char& character);
  void rebuild_unit();

  CharTable& table_;
  std::string term_;
  std::string exact_;  ///< kept only once it differs from term_
  bool differs_ = false;

  // The last character with its marks, and what the forms were before it.
  std::array<char32_t, kMaxUnit> unit_{};
  std::size_t unit_size_ = 0;
  std::size_t unit_term_ = 0;
  std::size_t unit_exact_ = 0;
  ScriptGroup unit_script_ = ScriptGroup::Other;
  unsigned last_order_ = 0;
};

}  // namespace morgue::text
