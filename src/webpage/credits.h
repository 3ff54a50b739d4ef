// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::webpage {

/// The people and agencies that a declared author value credits: names are split and cleaned as those of bylines; a
/// value that is not in the shape of a name (`Gear Team`) stays whole. Empty for addresses, account numbers and
/// placeholders.
std::vector<std::string> declared_names(std::string_view value);

/// The names in a visible byline: without lead words in any language (`By`, `Von`, `Texto:`), dates, counts and what
/// follows them. `sure`: the element is marked as a byline, so that a lone word may be a name.
std::vector<std::string> byline_names(std::string_view line, bool sure);

/// The name beside a date: `3 May 2024 | Jane Doe`.
std::vector<std::string> names_beside_date(std::string_view line, bool day_first);
/// A line that only announces a name in the next one: `Author:`, `Von`.
bool is_byline_label(std::string_view line);
/// All words but particles have a capital, where the script knows capitals; a lone word passes.
bool looks_like_name(std::string_view name);
/// An account's name rather than a person's: `jane.doe`, `jane_doe`, `jdoe42`.
bool is_account(std::string_view name);

/// Adds names that are not there yet, comparing without case and accents.
void add_names(std::vector<std::string>& into, const std::vector<std::string>& names);

}  // namespace morgue::webpage
