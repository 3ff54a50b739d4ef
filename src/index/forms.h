// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "index/vocabulary.h"
#include "text/stemmer.h"

namespace morgue::index {

/// A folded word that stands for a word of the query.
struct Form {
  std::string word;
  std::vector<std::string> not_in;  ///< languages in whose articles it has another stem; empty: articles without one
};
using Forms = std::vector<Form>;

/// Finds what the words of a query stand for. A word of an article has the stem that its language gives it, and so has
/// the word of the query: the two are compared language by language.
class FormFinder {
 public:
  /// `languages`: those of the articles, with an empty one if there are articles without.
  FormFinder(const std::vector<Segment>& segments, const std::vector<std::string>& languages)
      : segments_(segments), vocabulary_(segments), languages_(languages) {}

  static Forms just(std::string_view word) { return {{std::string(word), {}}}; }
  /// Words with the same stem; the word itself comes first.
  Forms stemmed(const std::string& word);
  [[nodiscard]] Forms matching(std::string_view prefix, std::string_view pattern) const;
  [[nodiscard]] Forms within(std::string_view prefix, std::string_view word, std::size_t distance) const;
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  const std::vector<Segment>& segments_;
  Vocabulary vocabulary_;
  const std::vector<std::string>& languages_;
  text::Stemmer stemmer_;
};

}  // namespace morgue::index
