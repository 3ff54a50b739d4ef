// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// Unicode Normalization Form C (UAX #15) of valid UTF-8.
std::string nfc(std::string_view text);
/// One line for a headline, a name or a topic: NFC, control, format and zero-width characters removed (but for joiners
/// between letters they shape, as in Persian, and in emoji), every run of white space (line breaks too) one blank, ends
/// trimmed.
std::string clean_line(std::string_view text);
/// A note as somebody typed it: each line as by clean_line, at most one blank line between two, ends trimmed.
std::string clean_note(std::string_view text);
/// A body: NFC, line ends (CRLF, CR, U+0085, U+2028, U+2029) unified, control, format and zero-width characters removed
/// as above, blanks at line ends trimmed, paragraphs separated by exactly one blank line. Hard-wrapped lines are joined
/// into their paragraph; where no blank line or indentation separates paragraphs, each (long) line is one.
std::string clean_body(std::string_view text);
/// A body that was clean once: the same without what a clean one cannot have. Blanks and lines stay as they are.
std::string clean_again(std::string_view text);
/// Key for comparing names and values: NFC, case and diacritics folded, white space collapsed, outer punctuation kept.
std::string fold_value(std::string_view text);

}  // namespace morgue::text
