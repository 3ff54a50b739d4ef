// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/diff_tokens.h"

#include <algorithm>

#include "text/utf8.h"

namespace morgue::text {
namespace {

enum class Kind { Word, Inner, Blank, Single };

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == 0xA0;
}

Kind kind_of(char32_t c, CharTable& table) {
  if (is_blank(c)) return Kind::Blank;
  switch (table.info(c).cls) {
    case CharClass::Letter:
    case CharClass::Digit:
    case CharClass::Mark:
    case CharClass::Ignorable:
      return Kind::Word;
    case CharClass::Apostrophe:
    case CharClass::Dot:
    case CharClass::Comma:
    case CharClass::MiddleDot:
    case CharClass::HebrewQuote:
      return Kind::Inner;
    default:
      return Kind::Single;
  }
}

}  // namespace

std::vector<std::string_view> DiffWords::cut(std::string_view text) {
  std::vector<std::string_view> tokens;
  std::size_t begin = 0;
  Kind last = Kind::Single;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t here = pos;
    Kind kind = kind_of(next_code_point(text, pos), table_);
    if (kind == Kind::Inner) {
      // Part of a word only between two of its characters.
      std::size_t after = pos;
      const bool goes_on = pos < text.size() && kind_of(next_code_point(text, after), table_) == Kind::Word;
      kind = last == Kind::Word && goes_on ? Kind::Word : Kind::Single;
    }
    if (here > begin && (kind != last || kind == Kind::Single)) {
      tokens.push_back(text.substr(begin, here - begin));
      begin = here;
    }
    last = kind;
  }
  if (begin < text.size()) tokens.push_back(text.substr(begin));
  return tokens;
}

std::vector<std::string_view> diff_paragraphs(std::string_view text) {
  std::vector<std::string_view> tokens;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::size_t end = std::min(text.find_first_not_of('\n', line_end), text.size());
    tokens.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return tokens;
}

}  // namespace morgue::text
