// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "text/stemmer.h"

namespace morgue::index {

/// A word that occurs in articles of the language and has this stem.
struct StemForm {
  std::string language;
  std::string stem;
  std::string word;
  auto operator<=>(const StemForm&) const = default;
};

/// Numbers for words, and the stem of each, worked out once a language. One object a thread.
class WordTable {
 public:
  void begin_article(std::string_view language);
  std::uint32_t intern(std::string_view term);
  [[nodiscard]] std::string_view term(std::uint32_t word) const { return terms_[word]; }
  /// The word occurs, as one that has a stem, in an article of the language of begin_article().
  void note_form(std::uint32_t word);
  /// What was noted since the last call, sorted, without words that are their own stem. Numbers given before are void.
  std::vector<StemForm> take_forms();

 private:
  struct Stem {
    std::string text;
    std::uint32_t noted = 0;  ///< the round in which it was; 0: not worked out yet
  };
  text::Stemmer stemmer_;
  std::deque<std::string> terms_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::unordered_map<std::string, std::deque<Stem>> stems_;
  std::string language_;
  std::deque<Stem>* current_ = nullptr;
  std::uint32_t round_ = 1;
};

}  // namespace morgue::index
