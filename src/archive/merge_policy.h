// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace morgue::archive {

/// A live segment, as the decision whether to absorb it needs it.
struct MergeCandidate {
  std::int64_t number = 0;
  std::int64_t documents = 0;
  std::int64_t dead = 0;  ///< superseded ones among them
  bool must = false;      ///< cannot stay
};

/// The segments to absorb into one that will hold `incoming` documents more; `live` newest first. A segment stays only
/// if it is at least twice as large as all newer ones together: sizes grow threefold from one to the next, segments are
/// at most the logarithm of the number of runs (nine after a year of hourly ones), and a document is rewritten about as
/// often. One of which more than a quarter is superseded does not stay either.
std::vector<std::int64_t> choose_absorbed(const std::vector<MergeCandidate>& live, std::int64_t incoming);

}  // namespace morgue::archive
