// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/span_pattern.h"
#include "text/word_matcher.h"

namespace morgue::text {

/// A stretch of a text that has what is looked for.
struct FoundSpan {
  std::uint32_t first = 0;  ///< positions
  std::uint32_t last = 0;
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::vector<std::size_t> parts;  ///< the matches that make it
};

/// Where `pattern` is in a text with these matches of its phrases, which are in order of beginning. Of two things near
/// each other, those spans that make either as near as can be: every match that belongs to any span belongs to one of
/// them.
std::vector<FoundSpan> find_spans(const SpanPattern& pattern, const std::vector<WordMatch>& matches);

/// Those that hold no other, each once, in order of beginning.
std::vector<FoundSpan> shortest_spans(std::vector<FoundSpan> spans);
/// Those that lie in no other, each once, in order of beginning.
std::vector<FoundSpan> longest_spans(std::vector<FoundSpan> spans);

}  // namespace morgue::text
