// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "text/char_reader.h"

namespace morgue::text {

/// The rules that need to look beyond the next character. None knows the language of the text: a query is analysed
/// without one and must give the same terms as the article.

/// Whether `prefix` (folded) before an apostrophe and `next` is an elided article, pronoun or conjunction (l'état,
/// dell'arte): two words. What takes no elision in any language stays whole (O'Brien, don't, aujourd'hui).
bool is_elision(std::string_view prefix, const Char& next);

/// Where the dotted abbreviation (U.S., z.B., Ph.D.) ends whose first group, of `letters` letters (1 or 2), ends at the
/// dot `dot`; 0 if it is none. Groups have one letter, or two if a dot follows, and one of them has one: `it.Is` are
/// two words, so are `word.Next` and `x.ai`.
std::size_t find_abbreviation(const CharReader& reader, const Char& dot, std::size_t letters);

/// Whether the `&` joins what stands before it (`letters` letters and digits) to what follows: AT&T, H&M, but not
/// Johnson&Johnson.
bool joins_names(const CharReader& reader, const Char& ampersand, std::size_t letters);

}  // namespace morgue::text
