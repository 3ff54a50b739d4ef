// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "text/word_glob.h"

namespace morgue::index {

/// The words under a prefix of schema.h, over all segments.
class Vocabulary {
 public:
  /// Words that one pattern may stand for.
  static constexpr std::size_t kMaxExpansion = 10'000;

  explicit Vocabulary(const std::vector<Segment>& segments) : segments_(segments) {}

  /// Throws Error{Query} if there are more than kMaxExpansion.
  [[nodiscard]] std::set<std::string> matching(std::string_view prefix, const text::WordGlob& glob,
                                               std::string_view shown) const;
  [[nodiscard]] std::set<std::string> within(std::string_view prefix, std::string_view word,
                                             std::size_t distance) const;
  /// Every word that begins with `first`.
  [[nodiscard]] std::set<std::string> beginning_with(std::string_view prefix, std::string_view first,
                                                     std::string_view shown) const;
  /// The likeliest word that was meant by one that does not occur: the nearest, of these the most frequent; empty if
  /// none is near.
  [[nodiscard]] std::string nearest(std::string_view prefix, std::string_view word) const;
  /// Documents of all segments, dead ones too, with this term.
  [[nodiscard]] std::size_t frequency(const std::string& term) const;

 private:
  const std::vector<Segment>& segments_;
};

}  // namespace morgue::index
