// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::formats {

/// A line of wire text, without the codes that typeset it.
struct AnpaLine {
  enum class Kind : unsigned char {
    Heading,    ///< set apart: begins with ^
    Paragraph,  ///< begins a paragraph
    Row,        ///< of a table
    More,       ///< goes on with the line before
  };
  Kind kind = Kind::More;
  bool centred = false;  ///< a Heading that ended in `=`, not `<`
  std::string text;
};

/// Lines that are not blank. Quotes, dashes and fractions become the characters that they stand for.
std::vector<AnpaLine> anpa_lines(std::string_view text);

}  // namespace morgue::formats
