// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/analyser.h"

namespace morgue::text {

/// By these an article is found by its near-duplicates: the smallest few of its shingles, as 32-bit hashes. Two texts
/// that share the part p of all their shingles have a hash in common with a probability of about 1 - (1 - p)^6.
/// Empty for an empty body, and for one of more words than kMostCompared, which is no article and has no duplicates.
inline constexpr std::size_t kSketchSize = 6;
using Sketch = std::vector<std::uint32_t>;
inline constexpr std::size_t kMostCompared = 500'000;

/// All there is to compare of two articles, as hashes. Only the shingles are put in order for it: most articles that
/// are compared differ in them already.
struct Fingerprint {
  std::vector<std::uint64_t> shingles;  ///< of the body: overlapping runs of words; sorted, distinct
  std::vector<std::uint64_t> words;     ///< of the body
  std::vector<std::uint64_t> numbers;   ///< of the body
  std::vector<std::uint64_t> headline;  ///< its words without the shortest
};

/// Takes articles apart by the terms of the Analyser, so that case, diacritics, quotation marks, hyphens and line
/// breaks do not matter. A shingle is 5 words, or 8 characters of a script without blanks. A body of fewer than 30
/// words has one shingle, itself and the headline: such texts are equal or strangers. The hashes are stored: they
/// must not change, nor depend on the machine. One object a thread.
class Fingerprinter {
 public:
  /// Of the article that the next two calls are about.
  void read(std::string_view headline, std::string_view body);
  /// Words of the body, as Analyser::count_words has it.
  [[nodiscard]] std::int64_t words() const { return body_.count; }
  [[nodiscard]] Sketch sketch() const;
  [[nodiscard]] Fingerprint fingerprint() const;

 private:
  /// Of the first words only, where there are more than are compared.
  struct Terms {
    std::int64_t count = 0;            ///< of all words
    std::vector<std::uint64_t> words;  ///< hashes
    std::vector<TokenKind> kinds;      ///< of each word
    std::vector<std::uint64_t> numbers;
  };

  void take_apart(std::string_view text, Terms& terms);
  template <typename Take>
  void for_each_shingle(const Take& take) const;

  Analyser analyser_;
  Terms headline_;
  std::vector<std::uint64_t> long_words_;  ///< of the headline
  Terms body_;
};

/// Whether two articles are the same story in about the same words: at least 6 in 10 of all shingles are common, or
/// 8 in 10 of the shorter text's, and that a substantial one and no less than a quarter of the longer.
/// Regular reports with a fixed wording are told apart by their numbers, of which a long text may have a few others;
/// page furniture in place of a story by the headlines, which say nothing of what is common. In doubt: no.
bool near_duplicates(const Fingerprint& a, const Fingerprint& b);

}  // namespace morgue::text
