// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/snippet.h"

#include <algorithm>

#include "text/analyser.h"
#include "text/passage.h"
#include "text/stemmer.h"
#include "text/word_matcher.h"
#include "text/word_pattern.h"

namespace morgue::text {
namespace {

/// Marks that overlap or touch become one.
std::vector<Snippet::Mark> merge(const std::vector<WordMatch>& matches) {
  std::vector<Snippet::Mark> marks;
  for (const auto& match : matches) {
    if (!marks.empty() && match.begin <= marks.back().end) {
      marks.back().end = std::max(marks.back().end, match.end);
    } else {
      marks.push_back({match.begin, match.end});
    }
  }
  return marks;
}

}  // namespace

struct Highlighter::State {
  Analyser analyser;
  Stemmer stemmer;
  std::vector<PhrasePattern> phrases;

  std::vector<WordMatch> find(std::string_view text, std::string_view language) {
    if (phrases.empty()) return {};
    return find_matches(phrases, analyser.analyse(text), language, stemmer);
  }
};

Highlighter::Highlighter(const std::vector<Highlight>& highlights) : state_(std::make_unique<State>()) {
  for (const auto& highlight : highlights) {
    auto phrase = make_pattern(highlight, state_->analyser);
    if (!phrase.empty()) state_->phrases.push_back(std::move(phrase));
  }
}
Highlighter::~Highlighter() = default;
Highlighter::Highlighter(Highlighter&&) noexcept = default;
Highlighter& Highlighter::operator=(Highlighter&&) noexcept = default;

Snippet Highlighter::snippet(std::string_view body, std::string_view language, std::size_t width) {
  const auto matches = state_->find(body, language);
  return cut_passage(body, find_passage(body, matches, width), merge(matches), width);
}

Snippet Highlighter::mark_all(std::string_view text, std::string_view language) {
  return {std::string(text), merge(state_->find(text, language))};
}

Snippet make_snippet(std::string_view body, std::string_view language, const std::vector<Highlight>& highlights,
                     std::size_t width) {
  return Highlighter(highlights).snippet(body, language, width);
}

Snippet mark_all(std::string_view text, std::string_view language, const std::vector<Highlight>& highlights) {
  return Highlighter(highlights).mark_all(text, language);
}

}  // namespace morgue::text
