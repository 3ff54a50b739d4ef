// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/columns.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace morgue::text {

int columns_of(char32_t code_point) {
  if (code_point < 0x20 || code_point == 0x7F) return 0;
  if (code_point < 0x300) return code_point >= 0x80 && code_point < 0xA0 ? 0 : code_point == 0xAD ? 0 : 1;
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return 2;
  const auto c = static_cast<UChar32>(code_point);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  // Vowels and final consonants of a decomposed Hangul syllable are drawn inside the leading consonant's cell.
  if (code_point >= 0x1160 && code_point <= 0x11FF) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  std::size_t pos = 0;
  while (pos < text.size()) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte < 0x80) {
      columns += byte >= 0x20 && byte != 0x7F ? 1 : 0;
      ++pos;
    } else {
      columns += static_cast<std::size_t>(columns_of(next_code_point(text, pos)));
    }
  }
  return columns;
}

}  // namespace morgue::text
