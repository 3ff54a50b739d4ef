// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "text/char_table.h"
#include "text/utf8.h"

namespace morgue::text {

/// One character of a text, where it stands and what it is.
struct Char {
  char32_t code_point = 0;
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  const CharInfo* info = nullptr;  ///< null behind the last character

  [[nodiscard]] CharClass cls() const { return info == nullptr ? CharClass::Other : info->cls; }
  [[nodiscard]] bool is(CharClass wanted) const { return cls() == wanted; }
  [[nodiscard]] bool is_alphanumeric() const { return is(CharClass::Letter) || is(CharClass::Digit); }
};

/// A text as its characters, with those left out that vanish (soft hyphens, zero-width characters).
class CharReader {
 public:
  CharReader(CharTable& table, std::string_view text) : table_(table), text_(text) {}

  /// The first character at or behind byte `pos`.
  [[nodiscard]] Char at(std::size_t pos) const {
    while (pos < text_.size()) {
      Char found;
      found.begin = pos;
      const auto byte = static_cast<unsigned char>(text_[pos]);
      if (byte < 0x80) {
        ++pos;
        found.code_point = byte;
      } else {
        found.code_point = next_code_point(text_, pos);
      }
      found.end = pos;
      found.info = &table_.info(found.code_point);
      if (found.info->cls != CharClass::Ignorable) return found;
    }
    return Char{.begin = text_.size(), .end = text_.size()};
  }
  [[nodiscard]] Char after(const Char& character) const { return at(character.end); }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view source(const Char& c) const { return text_.substr(c.begin, c.end - c.begin); }

 private:
  CharTable& table_;
  std::string_view text_;
};

}  // namespace morgue::text
