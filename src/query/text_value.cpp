// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/text_value.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/characters.h"
#include "query/other_syntax.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

constexpr std::size_t kMinFixed = 2;     ///< letters and digits of a word with wildcards
constexpr std::size_t kMaxPieces = 100;  ///< words of a phrase with wildcards

Problem at(std::size_t begin, std::size_t end, std::string message, std::string hint) {
  return {{begin, end}, std::move(message), std::move(hint)};
}

Problem at(const Token& token, std::string message, std::string hint) {
  return at(0, token.text.size(), std::move(message), std::move(hint));
}

Node next_to(Node left, Node right) {
  Near near{1, true, {}};
  near.of.push_back(std::move(left));
  near.of.push_back(std::move(right));
  return {std::move(near), {}};
}

std::string_view source_of(std::string_view text, const PatternWord& word) {
  return text.substr(word.begin, word.end - word.begin);
}

std::size_t letters_of(std::string_view term) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < term.size();) letters += is_word_like(text::next_code_point(term, pos)) ? 1 : 0;
  return letters;
}

bool has_digits_only(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    if (is_word_like(c) && !(c >= U'0' && c <= U'9')) return false;
  }
  return true;
}

/// Why a word cannot be expanded.
std::optional<Problem> no_pattern(std::string_view text, const PatternWord& word, bool quoted) {
  const std::string source(source_of(text, word));
  const std::string sign = quoted ? "; write \\* or \\? for the sign itself"
                                  : "; put the word in quotation marks and \\ before the sign if the sign is meant";
  if (word.unbroken) {
    return at(word.begin, word.end, "a wildcard in a script without blanks",
              "leave it out: the words of this script are found inside longer ones, too" + sign);
  }
  if (word.pattern.empty()) {
    return at(word.begin, word.end, "this word is too long or too mixed for a wildcard", "shorten it" + sign);
  }
  if (word.fixed < kMinFixed) {
    return at(
        word.begin, word.end, shown(source) + " has fewer than two letters or digits beside the wildcard",
        (source == "*" && quoted ? "for any one word between two write a pre/2 b" : "write more of the word") + sign);
  }
  return std::nullopt;
}

}  // namespace

std::variant<Node, Problem> TextValues::read(const Token& token, FieldId field, bool exact) {
  const bool whole_value = exact && spec(field).kind == FieldKind::Value;
  if (token.kind == TokenKind::Fuzzy && token.text.front() == '~') {
    return at(token, "no word directly before the ~", "for words near each other write a w/5 b; else leave it out");
  }
  if (token.kind != TokenKind::Quoted) {
    if (auto problem = other_syntax(token.text, field != FieldId::Text || exact)) return std::move(*problem);
  }
  if (token.kind == TokenKind::Fuzzy) return fuzzy(token, field, exact);
  if (token.kind == TokenKind::Wildcard || (!token.wildcards.empty() && !whole_value)) {
    return wildcard(token, field, exact);
  }
  if (!whole_value && analyser_.analyse(token.text).empty()) {
    return at(token, shown(token.text) + " has no letter or digit to search for",
              "leave it out, or put it in quotation marks together with the words around it");
  }
  if (exact) return Node{Exact{field, token.text}, {}};
  if (token.kind == TokenKind::Quoted) return Node{Phrase{field, token.text}, {}};
  return Node{Word{field, token.text}, {}};
}

std::variant<Node, Problem> TextValues::fuzzy(const Token& token, FieldId field, bool exact) {
  const std::size_t tilde = token.text.rfind('~');
  const std::string_view word = std::string_view(token.text).substr(0, tilde);
  const std::string_view digits = std::string_view(token.text).substr(tilde + 1);
  if (!digits.empty() && digits != "1" && digits != "2") {
    return at(tilde, token.text.size(), "a word may differ by one or two letters", "write ~1 or ~2");
  }
  if (exact) {
    return at(tilde, token.text.size(), "= asks for exactly this word, ~ for similar ones", "leave one of them out");
  }
  if (word.find_first_of("*?") != std::string_view::npos) {
    return at(tilde, token.text.size(), "~ and wildcards do not go together", "leave one of them out");
  }
  const auto& tokens = analyser_.analyse(word);
  if (tokens.empty()) {
    return at(token, shown(word) + " has no letter or digit to search for", "leave it out");
  }
  if (tokens.size() > 1) {
    return at(token, "~ goes with one word, and " + shown(word) + " is more",
              "write ~ behind each of them, or put quotation marks around the whole if the sign itself is meant");
  }
  const text::Token& only = tokens.front();
  if (only.kind == text::TokenKind::Cjk || only.kind == text::TokenKind::CjkTail) {
    return at(token, "~ in a script without blanks", "leave it out, or write the spellings with OR between them");
  }
  const int distance = digits == "2" ? 2 : 1;
  const std::size_t least = distance == 2 ? 4 : 3;
  if (letters_of(only.term) < least) {
    return at(token, shown(word) + " is too short for ~" + std::to_string(distance),
              "~1 takes words from three letters on, ~2 from four; write the spellings with OR between them");
  }
  return Node{Fuzzy{field, std::string(word.substr(only.begin, only.end - only.begin)), distance}, {}};
}

std::variant<Node, Problem> TextValues::wildcard(const Token& token, FieldId field, bool exact) {
  const bool quoted = token.kind == TokenKind::Quoted;
  const auto wildcards = quoted ? token.wildcards : wildcards_in(token.text);
  if (exact) {
    return at(wildcards.front(), wildcards.front() + 1, "= asks for exactly this word, a wildcard for many",
              "leave the = out, or write \"...\" around the word and \\ before the sign if the sign itself is meant");
  }
  if (wildcards.size() > kMaxPieces) {
    return at(token, "more than " + std::to_string(kMaxPieces) + " wildcards in one place", "shorten it");
  }
  const std::string_view text = token.text;
  const Pattern pattern = read_pattern(text, wildcards, analyser_);
  if (pattern.words.size() > kMaxPieces) {
    return at(token, "a phrase with wildcards has at most " + std::to_string(kMaxPieces) + " words", "shorten it");
  }
  std::optional<Node> one_word = quoted ? std::nullopt : joined(text, pattern, field);
  std::optional<Node> row;
  const auto add = [&row](Node node) { row = row ? next_to(std::move(*row), std::move(node)) : std::move(node); };
  for (std::size_t i = 0; i < pattern.words.size();) {
    const PatternWord& word = pattern.words[i];
    if (word.wildcard) {
      if (auto problem = no_pattern(text, word, quoted)) {
        if (one_word && word.fixed > 0) return std::move(*one_word);
        return std::move(*problem);
      }
      add(Node{Wildcard{field, std::string(source_of(text, word))}, {}});
      ++i;
      continue;
    }
    std::size_t last = i;
    while (last + 1 < pattern.words.size() && !pattern.words[last + 1].wildcard) ++last;
    const std::size_t end = pattern.words[last].end;
    add(Node{Phrase{field, std::string(text.substr(word.begin, end - word.begin))}, {}});
    i = last + 1;
  }
  if (!row) return at(token, shown(token.text) + " has no letter or digit to search for", "leave it out");
  if (!one_word) return std::move(*row);
  Or both;
  both.of.push_back(std::move(*row));
  both.of.push_back(std::move(*one_word));
  return Node{std::move(both), {}};
}

/// `re-elect*` is also looked for as one word, as `re-elect` is; absent where the analyser does not join.
std::optional<Node> TextValues::joined(std::string_view text, const Pattern& pattern, FieldId field) {
  if (!pattern.hyphenated || has_digits_only(text)) return std::nullopt;  // 9/11 is kept with its sign
  std::string word;
  for (const PatternWord& part : pattern.words) word += source_of(text, part);
  const Pattern whole = read_pattern(word, wildcards_in(word), analyser_);
  if (whole.words.size() != 1 || whole.words.front().begin != 0 || whole.words.front().end != word.size() ||
      no_pattern(word, whole.words.front(), false)) {
    return std::nullopt;
  }
  return Node{Wildcard{field, std::move(word)}, {}};
}

}  // namespace morgue::query
