// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/snippet.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "text/analyser.h"
#include "text/passage.h"
#include "text/span_finder.h"
#include "text/span_pattern.h"
#include "text/stemmer.h"
#include "text/word_matcher.h"

namespace morgue::text {
namespace {

// Most articles are no longer; of longer ones the beginning often has everything.
constexpr std::size_t kFirstPiece = 8'192;
constexpr std::size_t kPieceGrowth = 8;

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

/// The beginning of a text, about so many bytes, cut at a line end, where no word can be.
std::string_view piece_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::size_t line_end = text.rfind('\n', bytes);
  return line_end == std::string_view::npos ? text : text.substr(0, line_end);
}

}  // namespace

struct Highlighter::State {
  Analyser analyser;
  Stemmer stemmer;
  SpanPatterns patterns;
  std::optional<std::string> language;  ///< the patterns are stemmed for

  /// Matches of the phrases, near another or not.
  std::vector<WordMatch> find_words(std::string_view text, std::string_view text_language) {
    if (patterns.phrases.empty()) return {};
    if (language != text_language) {
      language = text_language;
      stem_patterns(patterns.phrases, *language, stemmer);
    }
    return find_matches(patterns.phrases, analyser.analyse(text), *language, stemmer);
  }

  /// Those of them that belong to what is looked for.
  std::vector<WordMatch> find(std::string_view text, std::string_view text_language) {
    auto matches = find_words(text, text_language);
    if (only_phrases()) return matches;
    std::set<std::size_t> used;
    for (const auto& pattern : patterns.wanted) {
      for (const auto& span : find_spans(pattern, matches)) used.insert(span.parts.begin(), span.parts.end());
    }
    std::vector<WordMatch> kept;
    for (const std::size_t i : used) kept.push_back(matches[i]);
    return kept;
  }

  [[nodiscard]] bool only_phrases() const {
    return std::ranges::all_of(
        patterns.wanted, [](const SpanPattern& pattern) { return std::holds_alternative<SpanOfPhrase>(pattern.what); });
  }
};

Highlighter::Highlighter(const std::vector<Highlight>& highlights) : state_(std::make_unique<State>()) {
  state_->patterns = make_patterns(highlights, state_->analyser);
}
Highlighter::~Highlighter() = default;
Highlighter::Highlighter(Highlighter&&) noexcept = default;
Highlighter& Highlighter::operator=(Highlighter&&) noexcept = default;

Snippet Highlighter::snippet(std::string_view body, std::string_view language, std::size_t width) {
  for (std::size_t bytes = kFirstPiece;; bytes *= kPieceGrowth) {
    const std::string_view piece = piece_of(body, bytes);
    const auto matches = state_->find(piece, language);
    const Passage passage = find_passage(body, matches, width);
    // No column takes more bytes than a few letters with accents do.
    const bool all = passage.distinct == state_->patterns.phrases.size() && passage.begin + 8 * width < piece.size();
    if (all || piece.size() == body.size()) return cut_passage(body, passage.begin, merge(matches), width);
  }
}

Snippet Highlighter::mark_all(std::string_view text, std::string_view language) {
  return {std::string(text), merge(state_->find(text, language))};
}

std::vector<Snippet::Mark> Highlighter::occurrences(std::string_view text, std::string_view language) {
  const auto matches = state_->find_words(text, language);
  std::vector<FoundSpan> found;
  for (const auto& pattern : state_->patterns.wanted) {
    auto spans = find_spans(pattern, matches);
    if (std::holds_alternative<SpanOfNear>(pattern.what)) spans = shortest_spans(std::move(spans));
    found.insert(found.end(), spans.begin(), spans.end());
  }
  std::vector<Snippet::Mark> marks;
  for (const auto& span : longest_spans(std::move(found))) marks.push_back({span.begin, span.end});
  return marks;
}

}  // namespace morgue::text
