// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/span_pattern.h"

namespace morgue::text {
namespace {

class Reader {
 public:
  Reader(std::vector<PhrasePattern>& phrases, Analyser& analyser) : phrases_(phrases), analyser_(analyser) {}

  SpanPattern read(const Highlight& highlight) {
    if (const auto* phrase = std::get_if<MarkedPhrase>(&highlight.what)) {
      phrases_.push_back(make_pattern(*phrase, highlight.first_words, analyser_));
      return {SpanOfPhrase{phrases_.size() - 1}};
    }
    if (const auto* near = std::get_if<MarkedNear>(&highlight.what)) {
      return {SpanOfNear{near->distance, near->ordered, read_each(near->of)}};
    }
    return {SpanOfAny{read_each(std::get<MarkedAny>(highlight.what).of)}};
  }

 private:
  std::vector<SpanPattern> read_each(const std::vector<Highlight>& highlights) {
    std::vector<SpanPattern> read_ones;
    for (const auto& highlight : highlights) read_ones.push_back(read(highlight));
    return read_ones;
  }

  std::vector<PhrasePattern>& phrases_;
  Analyser& analyser_;
};

}  // namespace

SpanPatterns make_patterns(const std::vector<Highlight>& highlights, Analyser& analyser) {
  SpanPatterns patterns;
  Reader reader(patterns.phrases, analyser);
  for (const auto& highlight : highlights) patterns.wanted.push_back(reader.read(highlight));
  return patterns;
}

}  // namespace morgue::text
