// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_pattern.h"

#include <utility>

namespace morgue::text {
namespace {

using By = MarkedWord::By;

TokenPattern pattern_of(const Token& token, By by) {
  switch (by) {
    case By::Exact:
      return {TokenPattern::By::Exact, std::string(token.exact)};
    case By::Stem:
      if (token.kind == TokenKind::Word || token.kind == TokenKind::Compound) {
        return {TokenPattern::By::Stem, {}, std::string(token.term)};
      }
      break;
    case By::Term:
    case By::Wildcard:
    case By::Fuzzy:
      break;
  }
  return {TokenPattern::By::Term, std::string(token.term)};
}

/// One word after the other. The last character of a run without blanks may go on in the text: it is the beginning of a
/// token.
std::vector<TokenPattern> parts_of(const std::vector<Token>& tokens, By by) {
  std::vector<TokenPattern> parts;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::Compound) continue;
    if (token.kind == TokenKind::CjkTail) {
      parts.push_back({TokenPattern::By::Prefix, std::string(token.term)});
    } else {
      parts.push_back(pattern_of(token, by));
    }
  }
  return parts;
}

/// A compound that is all of the text.
const Token* whole_compound(const std::vector<Token>& tokens) {
  const bool whole = tokens.size() > 1 && tokens[1].kind == TokenKind::Compound && tokens[1].end >= tokens.back().end;
  return whole ? &tokens[1] : nullptr;
}

/// What a word to be compared by stem is: one token, or a compound as such or as its parts, of which none has a stem.
WordPattern stemmed_word(const std::vector<Token>& tokens) {
  WordPattern word;
  if (const Token* compound = whole_compound(tokens)) word.alternatives.push_back({pattern_of(*compound, By::Stem)});
  word.alternatives.push_back(parts_of(tokens, tokens.size() == 1 ? By::Stem : By::Term));
  return word;
}

bool ends_in_pair_and_tail(const std::vector<Token>& tokens) {
  return tokens.size() >= 2 && tokens.back().kind == TokenKind::CjkTail &&
         tokens[tokens.size() - 2].kind == TokenKind::Cjk;
}

}  // namespace

PhrasePattern make_pattern(const MarkedPhrase& phrase, std::uint32_t first_words, Analyser& analyser) {
  PhrasePattern pattern;
  pattern.first_words = first_words;
  bool tail_is_covered = false;
  for (const auto& word : phrase.words) {
    tail_is_covered = false;
    if (word.by == By::Wildcard) {
      pattern.words.push_back({{{{.by = TokenPattern::By::Wildcard, .glob = WordGlob(word.text)}}}});
      continue;
    }
    const auto& tokens = analyser.analyse(word.text);
    if (tokens.empty()) continue;
    if (word.by == By::Fuzzy) {
      EditWalker walker(tokens.front().term, word.distance);
      pattern.words.push_back({{{{.by = TokenPattern::By::Fuzzy, .walker = std::move(walker)}}}});
      continue;
    }
    if (word.by == By::Stem) {
      pattern.words.push_back(stemmed_word(tokens));
    } else {
      pattern.words.push_back({{parts_of(tokens, word.by)}});
    }
    tail_is_covered = ends_in_pair_and_tail(tokens);
  }
  // At the end of the phrase the pair before says it all.
  if (tail_is_covered) pattern.words.back().alternatives.back().pop_back();
  return pattern;
}

}  // namespace morgue::text
