// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

/// Snowball stemming of folded terms. Stems are made from the folded form on both sides, so that a query typed without
/// accents meets the accented word. One object a thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a folded Word token in `language` (BCP 47 primary subtag); the term itself for languages without a
  /// stemmer. What follows an apostrophe as a suffix (president's, Türkiye'nin) is no part of any stem. Valid until the
  /// next call.
  std::string_view stem(std::string_view term, std::string_view language);
  /// The same for callers that remember it themselves: nothing is kept.
  std::string_view stem_once(std::string_view term, std::string_view language);
  /// Languages that have a stemmer, as BCP 47 tags, sorted.
  static const std::vector<std::string>& languages();

 private:
  std::string_view stem(std::string_view term, std::string_view language, bool keep);

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::text
