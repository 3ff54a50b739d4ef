// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tests/bench/sqlite.h"
#include "text/analyser.h"

namespace morgue::bench {

/// Draws words from the texts by rules that any archive can be asked by. The same seed draws the same.
class Sampler {
 public:
  Sampler(const Database& peer, std::uint32_t seed);

  using Words = std::vector<std::string>;
  /// A common word: of four letters or more, among the 50th to 150th by the number of articles they are in.
  Words common();
  /// A word of this many letters or more that about 1 % of the articles have.
  Words medium(std::size_t letters);
  /// Three common words of one article.
  Words together();
  /// Two neighbours among the 300 commonest words.
  Words common_phrase();
  /// Two capitalised neighbours within a sentence, each in fewer than 1 % of the articles.
  Words two_names();
  /// Two common words at most ten apart.
  Words near();
  /// A common word of a dated article, and the month of this article and the sixth after it.
  struct Dated {
    std::string word, month, until;
  };
  std::optional<Dated> dated();
  /// The most frequent values of source, topic or author, each once.
  std::vector<std::string> values(const std::string& of, std::int64_t limit);

  void seed(std::uint32_t seed) { random_.seed(seed); }
  [[nodiscard]] std::int64_t articles() const { return articles_; }

 private:
  std::size_t below(std::size_t end);
  std::string body(std::int64_t id);
  std::int64_t any_article();
  [[nodiscard]] std::int64_t frequency(std::string_view word);
  Words common_words_of(std::int64_t id);

  const Database& peer_;
  std::mt19937 random_;
  text::Analyser analyser_;
  Query body_;
  Query frequency_;
  std::int64_t articles_ = 0;
  std::vector<std::string> pool_;
  std::unordered_map<std::string, bool> frequent_;  ///< the 300 commonest; true: in pool_
};

/// `2020-03` and 6 are `2020-09`.
std::string months_later(const std::string& month, int months);

}  // namespace morgue::bench
