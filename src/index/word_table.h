// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/term_table.h"
#include "text/analyser.h"
#include "text/stemmer.h"

namespace morgue::index {

/// A word that occurs in articles of the language and has this stem.
struct StemForm {
  std::string language;
  std::string stem;
  std::string word;
  auto operator<=>(const StemForm&) const = default;
};

/// The terms of one thread by number, and what follows from a word: the stem in each language and the terms that are
/// the word behind a prefix, each worked out once. Words are terms without a prefix.
class WordTable {
 public:
  [[nodiscard]] TermTable& terms() { return terms_; }
  void begin_article(std::string_view language);
  /// A word for each token. Valid until the next call.
  const std::vector<std::uint32_t>& words(const std::vector<text::Token>& tokens);
  std::uint32_t headline_term(std::uint32_t word);
  std::uint32_t not_in_body_term(std::uint32_t word);
  std::uint32_t accented_term(std::uint32_t word);
  std::uint32_t exact_term(std::string_view exact);
  /// The word occurs, as one that has a stem, in an article of the language of begin_article().
  void note_form(std::uint32_t word);
  /// What was noted since the last call and never before, sorted, without words that are their own stem. All that was
  /// ever returned is what there is; some of it may come twice.
  std::vector<StemForm> take_forms();
  /// Forgets everything if it has become much. Numbers given before are void then. Returns whether it did.
  bool trim();

 private:
  /// Numbers of terms plus one; 0: not looked up yet.
  struct Prefixed {
    std::uint32_t headline = 0;
    std::uint32_t not_in_body = 0;
    std::uint32_t accented = 0;
  };

  std::uint32_t prefixed(std::uint32_t Prefixed::*member, std::string_view prefix, std::uint32_t word);
  std::uint32_t prefixed(std::string_view prefix, std::string_view text);

  TermTable terms_;
  text::Stemmer stemmer_;
  std::vector<Prefixed> prefixed_;                                    ///< by number of the word
  std::unordered_map<std::string, std::vector<std::uint8_t>> noted_;  ///< by language, then number of the word
  std::string language_;
  std::vector<std::uint8_t>* current_ = nullptr;  ///< of the article's language
  std::vector<StemForm> forms_;
  std::vector<std::string_view> texts_;
  std::vector<std::uint32_t> words_;
  std::string scratch_;
};

}  // namespace morgue::index
