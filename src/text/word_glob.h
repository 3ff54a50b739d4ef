// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::text {

/// A pattern of a query (`negotiat*`, `wom?n`, `*schutz`) as folded words are compared with it: `*` is any number of
/// code points, none too, `?` is one. The fixed signs are folded as the Analyser folds terms, so that `Zürich*` meets
/// `zurich`. One word only: a sign that no term has in it (a blank, a colon) makes a pattern that matches nothing.
class WordGlob {
 public:
  explicit WordGlob(std::string_view pattern);

  /// Whether the folded term is one of those meant. Takes at most the product of both lengths.
  [[nodiscard]] bool matches(std::string_view folded_term) const;
  /// The bytes that every such term begins with: those before the first wildcard.
  [[nodiscard]] std::string_view fixed_prefix() const { return std::string_view(folded_).substr(0, prefix_); }
  /// The longest of the pieces that every such term has in it; empty if there is none.
  [[nodiscard]] std::string_view longest_piece() const;

 private:
  std::string folded_;  ///< with bytes that no UTF-8 has for the wildcards
  std::size_t prefix_ = 0;
};

}  // namespace morgue::text
