// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/token.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/characters.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

constexpr std::string_view kFullWidthColon = "\uFF1A";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_word_like(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (is_word_like(text::next_code_point(text, pos))) return true;
  }
  return false;
}

bool is_web_address(std::string_view word) {
  const std::string start = ascii_lower(word.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

/// `w/10` and its sisters, of Lexis (`w/s`: same sentence, `w/p`: same paragraph) and of Xapian (`NEAR`), and what a
/// slip of the finger makes of them (`w/`, `w/1O`, `w/-3`), but not `w/o`.
bool is_proximity(std::string_view word) {
  if (word == "NEAR" || word == "ADJ") return true;
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string name = ascii_lower(word.substr(0, slash));
  const std::string_view distance = word.substr(slash + 1);
  constexpr std::array<std::string_view, 4> names = {"w", "pre", "near", "adj"};
  if (std::find(names.begin(), names.end(), name) == names.end()) return false;
  if (distance.empty() || is_digit(distance.front())) return true;
  if (distance.size() > 1 && distance.front() == '-' && is_digit(distance[1])) return true;
  return (name == "w" || name == "pre") && (ascii_lower(distance) == "s" || ascii_lower(distance) == "p");
}

bool is_fuzzy(std::string_view word) {
  const std::size_t tilde = word.rfind('~');
  return tilde != std::string_view::npos && word.find_first_not_of("0123456789.", tilde + 1) == std::string_view::npos;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

TokenKind word_kind(std::string_view word, bool operators) {
  if (word == "*") return TokenKind::Star;
  if (operators) {
    if (word == "AND") return TokenKind::And;
    if (word == "OR") return TokenKind::Or;
    if (word == "NOT") return TokenKind::Not;
    if (is_proximity(word)) return TokenKind::Proximity;
  }
  if (is_web_address(word)) return word.find('*') == std::string_view::npos ? TokenKind::Word : TokenKind::Wildcard;
  if (is_fuzzy(word)) return TokenKind::Fuzzy;
  if (word.find_first_of("*?") != std::string_view::npos && has_word_like(word)) return TokenKind::Wildcard;
  return TokenKind::Word;
}

std::size_t colon_length(std::string_view text) {
  if (text.starts_with(':')) return 1;
  return text.starts_with(kFullWidthColon) ? kFullWidthColon.size() : 0;
}

std::size_t field_name_length(std::string_view text) {
  bool ascii = true;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t here = pos;
    const char32_t c = text::next_code_point(text, pos);
    const std::size_t colon = colon_length(text.substr(here));
    if (colon > 0 && here > 0 && !is_web_address(text)) {
      // In running Chinese text the full-width colon follows any word.
      if (colon == 1 || ascii) return here;
      continue;
    }
    if (c < 0x80 ? !(is_word_like(c) && !is_digit(static_cast<char>(c))) && c != U'_' && c != U'-' : !is_word_like(c)) {
      return 0;
    }
    ascii = ascii && c < 0x80;
  }
  return 0;
}

std::size_t word_length(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t here = pos;
    const char32_t c = text::next_code_point(text, pos);
    if (is_blank(c) || is_quote(c) || is_open_parenthesis(c) || is_close_parenthesis(c)) return here;
  }
  return text.size();
}

bool is_bare_word(std::string_view word, bool operators) {
  if (word.empty() || word_length(word) != word.size() || word_kind(word, operators) != TokenKind::Word) return false;
  if (word.front() == '-' || word.front() == '=') return false;
  return !operators || field_name_length(word) == 0;
}

}  // namespace morgue::query
