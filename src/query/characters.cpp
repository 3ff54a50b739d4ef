// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/characters.h"

namespace morgue::query {

bool is_blank(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

bool is_control(char32_t c) {
  return !is_blank(c) && (c < 0x20 || (c >= 0x7F && c <= 0x9F));
}

bool is_invisible(char32_t c) {
  return is_control(c) || c == 0xAD || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_open_parenthesis(char32_t c) {
  return c == U'(' || c == 0xFF08;
}

bool is_close_parenthesis(char32_t c) {
  return c == U')' || c == 0xFF09;
}

std::u32string_view closing_quotes(char32_t opener) {
  switch (opener) {
    case U'"':
      return U"\"";
    case 0x201C:
    case 0x201D:
      return U"\u201D";
    case 0x201E:
      return U"\u201C\u201D";
    case 0x00AB:
      return U"\u00BB";
    case 0x00BB:
      return U"\u00AB\u00BB";
    case 0x300C:
      return U"\u300D";
    case 0x300E:
      return U"\u300F";
    case 0xFF02:
      return U"\uFF02";
    default:
      return {};
  }
}

bool is_quote(char32_t c) {
  return !closing_quotes(c).empty() || c == 0x300D || c == 0x300F;
}

bool is_word_like(char32_t c) {
  if (c < 0x80) return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  return !is_blank(c) && !is_control(c) && !is_quote(c) && !is_dash(c) && !is_open_parenthesis(c) &&
         !is_close_parenthesis(c);
}

}  // namespace morgue::query
