// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/stemmer.h"

namespace morgue::index {

/// Numbers for words, and the stem of each, worked out once a language. One object a thread.
class WordTable {
 public:
  /// Forgets everything if it has grown too large; numbers given before are void.
  void begin_article(std::string_view language);
  std::uint32_t intern(std::string_view term);
  [[nodiscard]] std::string_view term(std::uint32_t word) const { return terms_[word]; }
  /// In the language of begin_article(). Valid until the next begin_article().
  std::string_view stem(std::uint32_t word);

 private:
  using Stems = std::deque<std::optional<std::string>>;
  text::Stemmer stemmer_;
  std::deque<std::string> terms_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::unordered_map<std::string, Stems> stems_;
  std::string language_;
  Stems* current_ = nullptr;
};

}  // namespace morgue::index
