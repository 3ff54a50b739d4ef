// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "text/word_pattern.h"

namespace morgue::text {

struct SpanPattern;

/// A highlight whose phrases are numbers of phrases looked for.
struct SpanOfPhrase {
  std::size_t phrase = 0;
};
struct SpanOfNear {
  std::uint32_t distance = 1;
  bool ordered = false;
  std::vector<SpanPattern> of;  ///< exactly two
};
struct SpanOfAny {
  std::vector<SpanPattern> of;
};
struct SpanPattern {
  std::variant<SpanOfPhrase, SpanOfNear, SpanOfAny> what;
};

/// Everything one query looks for.
struct SpanPatterns {
  std::vector<PhrasePattern> phrases;
  std::vector<SpanPattern> wanted;
};
SpanPatterns make_patterns(const std::vector<Highlight>& highlights, Analyser& analyser);

}  // namespace morgue::text
