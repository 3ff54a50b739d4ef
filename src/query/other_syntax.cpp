// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/other_syntax.h"

#include <string>

#include "query/characters.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

constexpr std::string_view kOrQuote = ", or put the word in quotation marks";

bool is_field_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return field_from_name(lower) || shorthand_from_name(lower);
}

Problem at(std::size_t begin, std::size_t length, std::string message, std::string hint) {
  return {{begin, begin + length}, std::move(message), std::move(hint)};
}

std::optional<Problem> leading_sign(std::string_view word) {
  std::size_t after = 0;
  const char32_t first = text::next_code_point(word, after);
  if (after == word.size()) return std::nullopt;
  const std::string rest(word.substr(after));
  if (first == U'!') {
    return at(0, after, "! is no operator", "write -word or NOT word to exclude it");
  }
  if (is_dash(first)) {
    return at(0, after, "this is a dash, not a hyphen",
              "to exclude the word, write the hyphen of the keyboard before it");
  }
  if (first == U'~') return at(0, after, "~ means nothing before a word", "leave it out");
  if (colon_length(word) > 0) {
    return at(0, after, "a colon without a field before it", "write field:value without blanks");
  }
  return std::nullopt;
}

/// `author=smith`, `date>2020`; or, in a value, a second field.
std::optional<Problem> misplaced_name(std::string_view word, bool in_value) {
  const std::size_t sign = word.find_first_of("=<>:");
  if (sign == std::string_view::npos || sign + 1 == word.size() || !is_field_name(word.substr(0, sign))) {
    return std::nullopt;
  }
  const std::string name(word.substr(0, sign));
  if (word[sign] == ':') {
    return at(0, sign, "a field inside the value of another",
              "write one field: before a value" + std::string(kOrQuote));
  }
  if (in_value) return std::nullopt;
  return at(sign, 1, "a field is followed by a colon", "write " + name + ":value" + std::string(kOrQuote));
}

std::optional<Problem> inner_sign(std::string_view word) {
  if (const std::size_t bar = word.find('|'); bar != std::string_view::npos) {
    return at(bar, word.substr(bar).starts_with("||") ? 2 : 1, "| is no operator", "write OR" + std::string(kOrQuote));
  }
  if (const std::size_t both = word.find("&&"); both != std::string_view::npos) {
    return at(both, 2, "&& is no operator", "write AND" + std::string(kOrQuote));
  }
  const std::size_t caret = word.rfind('^');
  if (caret != std::string_view::npos && caret + 1 < word.size() &&
      word.find_first_not_of("0123456789.", caret + 1) == std::string_view::npos) {
    return at(caret, word.size() - caret, "words have no weights", "leave it out" + std::string(kOrQuote));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> other_syntax(std::string_view word, bool in_value) {
  if (auto problem = leading_sign(word)) return problem;
  if (auto problem = misplaced_name(word, in_value)) return problem;
  return inner_sign(word);
}

std::optional<Problem> single_quotes(const std::vector<Token>& tokens) {
  const Token* opening = nullptr;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::Field || token.kind == TokenKind::Equals) continue;
    if (token.kind != TokenKind::Word) {
      opening = nullptr;
      continue;
    }
    const std::string_view word = token.text;
    const bool opens = word.starts_with('\'') || word.starts_with("\u2018");
    const bool closes = word.ends_with('\'') || word.ends_with("\u2019");
    if (closes && !opens && opening != nullptr) {
      return Problem{{opening->span.begin, token.span.end},
                     "a phrase stands in double quotation marks",
                     "write \"...\" around a phrase; if none is meant leave the apostrophes out"};
    }
    if (opens) opening = closes ? nullptr : &token;
  }
  return std::nullopt;
}

}  // namespace morgue::query
