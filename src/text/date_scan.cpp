// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_scan.h"

#include "text/date_words.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x3000 ||
         c == 0xFEFF || (c >= 0x2028 && c <= 0x202E);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_syllable(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

/// Letters of alphabets and their combining marks; general punctuation and symbols are not.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && (c < 0x2000 || (c >= 0x2C00 && c < 0x2E00)) && !is_syllable(c);
}

/// Length of `&#5;` at `pos`, else 0.
std::size_t reference_length(std::string_view text, std::size_t pos) {
  if (text.compare(pos, 2, "&#") != 0) return 0;
  std::size_t end = pos + 2;
  while (end < text.size() && end < pos + 8 && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  return end > pos + 2 && end < text.size() && text[end] == ';' ? end + 1 - pos : 0;
}

template <typename Predicate>
std::size_t run_end(std::string_view text, std::size_t pos, Predicate belongs) {
  while (pos < text.size()) {
    std::size_t next = pos;
    if (!belongs(next_code_point(text, next))) break;
    pos = next;
  }
  return pos;
}

int number_value(std::string_view digits) {
  if (digits.size() > 9) return -1;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::vector<DateToken> scan_date(std::string_view text, std::size_t most_bytes) {
  text = truncate_utf8(text, most_bytes);
  std::vector<DateToken> tokens;
  bool spaced = false;
  std::size_t pos = 0;
  while (pos < text.size()) {
    if (const std::size_t length = reference_length(text, pos); length != 0) {
      pos += length;
      spaced = true;
      continue;
    }
    std::size_t next = pos;
    const char32_t c = next_code_point(text, next);
    if (is_blank(c)) {
      pos = next;
      spaced = true;
      continue;
    }
    DateToken token;
    token.begin = pos;
    token.spaced = spaced;
    if (is_digit(c)) {
      next = run_end(text, pos, is_digit);
      token.kind = DateToken::Kind::Number;
      token.value = number_value(text.substr(pos, next - pos));
    } else if (is_syllable(c) || is_letter(c)) {
      if (!is_syllable(c)) next = run_end(text, pos, is_letter);
      token.kind = DateToken::Kind::Word;
      token.word = fold_date_word(text.substr(pos, next - pos));
    } else if (c < 0x80) {
      token.symbol = static_cast<char>(c);
    } else if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212) {
      token.symbol = '-';
    } else if (c == 0xFF1A) {
      token.symbol = ':';
    } else if (c == 0x2019) {
      token.symbol = '\'';
    }
    token.raw = text.substr(pos, next - pos);
    tokens.push_back(std::move(token));
    spaced = false;
    pos = next;
  }
  return tokens;
}

}  // namespace morgue::text
