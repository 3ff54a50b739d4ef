// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::text {

/// A word of a date as it is compared: lower case, without diacritics and without a final full stop.
std::string fold_date_word(std::string_view word);
/// 1..12 for a month's name or abbreviation in any of the languages known; takes a folded word. A name that means
/// different months in different languages means the one of the language listed first.
std::optional<int> month_from_word(std::string_view folded);
/// A weekday's name or abbreviation in any of those languages.
bool is_weekday_word(std::string_view folded);
/// Minutes east of UTC of a zone's abbreviation; only those that mean one offset wherever they are used in news.
std::optional<int> zone_offset_from_word(std::string_view folded);

}  // namespace morgue::text
