// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

/// Compares one word with many by optimal string alignment: insertions, deletions, substitutions and swaps of
/// neighbours, one edit each, no part edited twice; counted in code points. Of words with a beginning in common, best
/// fed one after the other, the beginning is compared once. One object a thread.
class EditWalker {
 public:
  static constexpr std::size_t kMaxLimit = 2;

  /// `limit` above kMaxLimit counts as kMaxLimit.
  EditWalker(std::string_view word, std::size_t limit);

  struct Step {
    std::optional<std::size_t> distance;  ///< absent: over the limit
    /// Bytes of the shortest beginning of the term that nothing within the limit has: a sorted vocabulary can be
    /// skipped to the first term that begins otherwise. 0: longer terms that begin with this one may be within.
    std::size_t dead_prefix = 0;
  };
  Step feed(std::string_view term);
  /// After a step with a dead prefix: the first string, as bytes, from which on terms may be within the limit again. It
  /// is no beginning of the last term, and often far behind it: when no edit is left, only letters of the word go on.
  [[nodiscard]] std::string resume() const;

 private:
  static constexpr std::size_t kBand = 2 * kMaxLimit + 1;
  /// Distances of a prefix of the term to the prefixes of the word that are at most kMaxLimit longer or shorter.
  using Row = std::array<std::uint8_t, kBand>;

  void start();
  /// Appends the row of the next code point of the term. Returns whether anything can come of it.
  bool grow(char32_t code_point);
  [[nodiscard]] std::size_t known_depth(std::string_view term) const;

  std::u32string word_;
  std::uint8_t limit_;
  std::string term_;               ///< the bytes of the last term that rows_ are about
  std::vector<char32_t> points_;   ///< its code points
  std::vector<std::size_t> ends_;  ///< where each of them ends
  std::vector<Row> rows_;          ///< one more than points_
  bool dead_ = false;              ///< the last row has nothing within the limit
};

/// The distance of two words as above; absent when it is more than `limit` (at most EditWalker::kMaxLimit).
std::optional<std::size_t> distance_within(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace morgue::text
