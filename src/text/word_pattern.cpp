// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_pattern.h"

#include <utility>

namespace morgue::text {
namespace {

TokenPattern pattern_of(const Token& token, Highlight::By by) {
  if (by == Highlight::By::Exact) return {TokenPattern::By::Exact, std::string(token.exact)};
  const bool stems = by == Highlight::By::Stem && (token.kind == TokenKind::Word || token.kind == TokenKind::Compound);
  return {stems ? TokenPattern::By::Stem : TokenPattern::By::Term, std::string(token.term)};
}

/// Tokens [begin, end) are one word of the text: the parts of a compound, or a single token.
WordPattern word_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, Highlight::By by) {
  WordPattern word;
  std::vector<TokenPattern> parts;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind == TokenKind::Compound) {
      word.alternatives.push_back({pattern_of(tokens[i], by)});
    } else {
      parts.push_back(pattern_of(tokens[i], by));
    }
  }
  word.alternatives.push_back(std::move(parts));
  return word;
}

/// Appends what a word of the highlight consists of. The last character of a run without blanks may go on in the text:
/// it is the beginning of a token.
void append_words(PhrasePattern& phrase, const std::vector<Token>& tokens, Highlight::By by) {
  std::size_t i = 0;
  while (i < tokens.size()) {
    std::size_t end = i + 1;
    // A compound stands behind its first part and spans the others.
    if (end < tokens.size() && tokens[end].kind == TokenKind::Compound) {
      const std::size_t compound_end = tokens[end].end;
      while (end < tokens.size() && tokens[end].begin < compound_end) ++end;
    }
    if (tokens[i].kind == TokenKind::CjkTail) {
      phrase.push_back({{{{TokenPattern::By::Prefix, std::string(tokens[i].term)}}}});
    } else {
      phrase.push_back(word_of(tokens, i, end, by));
    }
    i = end;
  }
}

bool ends_in_pair_and_tail(const std::vector<Token>& tokens) {
  return tokens.size() >= 2 && tokens.back().kind == TokenKind::CjkTail &&
         tokens[tokens.size() - 2].kind == TokenKind::Cjk;
}

}  // namespace

PhrasePattern make_pattern(const Highlight& highlight, Analyser& analyser) {
  PhrasePattern phrase;
  bool tail_is_covered = false;
  for (const auto& word : highlight.words) {
    const auto& tokens = analyser.analyse(word.text);
    if (tokens.empty()) continue;
    append_words(phrase, tokens, word.by);
    tail_is_covered = ends_in_pair_and_tail(tokens);
  }
  // At the end of the phrase the pair before says it all.
  if (tail_is_covered) phrase.pop_back();
  return phrase;
}

}  // namespace morgue::text
