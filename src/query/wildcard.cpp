// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/wildcard.h"

#include <algorithm>

#include "query/characters.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

/// A letter for either sign: a vowel, so that `l'*tat` is split like l'état.
constexpr char kAnyLetter = 'a';
// Letters that no newspaper prints, that have no case and stand in terms as they are, so that the signs can be found
// again in a folded word.
constexpr std::string_view kStar = "\u16A0";
constexpr std::string_view kMark = "\u16A1";

bool is_cjk(text::TokenKind kind) {
  return kind == text::TokenKind::Cjk || kind == text::TokenKind::CjkTail;
}

std::string with_runes(std::string_view word, std::size_t begin, const std::vector<std::size_t>& wildcards) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (std::binary_search(wildcards.begin(), wildcards.end(), begin + i)) {
      out += word[i] == '*' ? kStar : kMark;
    } else {
      out += word[i];
    }
  }
  return out;
}

/// The pattern of a folded word with runes, and its letters and digits.
void read_runes(std::string_view term, PatternWord& word) {
  for (std::size_t pos = 0; pos < term.size();) {
    const std::size_t here = pos;
    const char32_t c = text::next_code_point(term, pos);
    const std::string_view letter = term.substr(here, pos - here);
    if (letter == kStar) {
      word.pattern += '*';
    } else if (letter == kMark) {
      word.pattern += '?';
    } else {
      word.pattern += letter;
      if (is_word_like(c)) ++word.fixed;
    }
  }
}

}  // namespace

std::vector<std::size_t> wildcards_in(std::string_view word) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '*' || word[i] == '?') found.push_back(i);
  }
  return found;
}

Pattern read_pattern(std::string_view text, const std::vector<std::size_t>& wildcards, text::Analyser& analyser) {
  std::string letters(text);
  for (const std::size_t at : wildcards) letters.at(at) = kAnyLetter;
  const auto is_sign = [&](std::size_t at) { return std::binary_search(wildcards.begin(), wildcards.end(), at); };
  Pattern pattern;
  std::size_t compound_end = 0;
  std::size_t cjk_end = std::string_view::npos;
  for (const text::Token& token : analyser.analyse(letters)) {
    if (token.kind == text::TokenKind::Compound) {
      pattern.hyphenated = pattern.words.size() == 1;
      compound_end = token.end;
      continue;
    }
    PatternWord word;
    word.begin = token.begin;
    word.end = token.end;
    const auto first = std::lower_bound(wildcards.begin(), wildcards.end(), token.begin);
    word.wildcard = first != wildcards.end() && *first < token.end;
    if (is_cjk(token.kind)) {
      if (!pattern.words.empty() && pattern.words.back().end == token.begin && is_sign(token.begin - 1)) {
        pattern.words.back().unbroken = true;
      }
      cjk_end = token.end;
    } else {
      word.unbroken = cjk_end == token.begin && is_sign(token.begin);
    }
    pattern.words.push_back(std::move(word));
  }
  pattern.hyphenated = pattern.hyphenated && compound_end == pattern.words.back().end;
  for (PatternWord& word : pattern.words) {
    if (!word.wildcard) continue;
    const auto runes = with_runes(text.substr(word.begin, word.end - word.begin), word.begin, wildcards);
    const auto& tokens = analyser.analyse(runes);
    if (tokens.size() != 1 || tokens.front().begin != 0 || tokens.front().end != runes.size()) continue;
    const std::string_view term = tokens.front().term;
    const auto signs = std::count_if(wildcards.begin(), wildcards.end(),
                                     [&](std::size_t at) { return at >= word.begin && at < word.end; });
    read_runes(term, word);
    if (std::count_if(word.pattern.begin(), word.pattern.end(), [](char c) { return c == '*' || c == '?'; }) != signs) {
      word.pattern.clear();  // cut, with a hash at its end
    }
  }
  return pattern;
}

}  // namespace morgue::query
