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

bool opens(std::string_view word) {
  return word.starts_with('\'') || word.starts_with("\u2018");
}

bool closes(std::string_view word) {
  return word.ends_with('\'') || word.ends_with("\u2019");
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
  const bool count = spec(field_from_name(ascii_lower(name)).value_or(FieldId::Text)).kind == FieldKind::Count;
  const std::string value = count ? std::string(word.substr(sign)) : "value";
  return at(sign, 1, "a field is followed by a colon", "write " + name + ":" + value + std::string(kOrQuote));
}

/// `/5`, `/s` of Westlaw, `n/5` and `p/5` of ProQuest and EBSCO.
std::optional<Problem> other_proximity(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash > 1 || slash + 1 >= word.size()) return std::nullopt;
  const std::string name = ascii_lower(word.substr(0, slash));
  const std::string distance = ascii_lower(word.substr(slash + 1));
  const bool number = distance.find_first_not_of("0123456789") == std::string::npos;
  const bool unit = name.empty() && (distance == "s" || distance == "p");
  if (!(name.empty() || name == "n" || name == "p") || !(number || unit)) return std::nullopt;
  return at(0, word.size(), shown(word) + " is no operator",
            "write w/5 between words near each other, pre/5 for this order" + std::string(kOrQuote));
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
  if (!in_value) {
    if (auto problem = other_proximity(word)) return problem;
  }
  return inner_sign(word);
}

bool has_one_apostrophe(std::string_view word) {
  return opens(word) != closes(word);
}

std::optional<Problem> single_quotes(const std::vector<Token>& tokens) {
  const Token* opening = nullptr;
  for (const Token& token : tokens) {
    switch (token.kind) {
      case TokenKind::Word:
      case TokenKind::Wildcard:
      case TokenKind::Fuzzy: {
        const bool begins = opens(token.text);
        const bool ends = closes(token.text);
        if (ends && !begins && opening != nullptr) {
          return Problem{{opening->span.begin, token.span.end},
                         "a phrase stands in double quotation marks",
                         "write \"...\" around a phrase; if none is meant leave the apostrophes out"};
        }
        if (begins && !ends) opening = &token;
        if (begins && ends && token.kind == TokenKind::Word) opening = nullptr;
        break;
      }
      case TokenKind::Or:
      case TokenKind::Not:
      case TokenKind::Minus:
      case TokenKind::Proximity:
        opening = nullptr;
        break;
      default:
        break;  // what a canonical query may leave out or write otherwise must make no difference
    }
  }
  return std::nullopt;
}

}  // namespace morgue::query
