// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace morgue::webpage {

/// Accounts that nobody stands behind, and words that are no names though they stand alone in a byline; folded.
std::span<const std::string_view> credit_placeholders();
/// What opens a byline in any language, folded, with its blank.
std::span<const std::string_view> byline_leads();
/// Behind one of these nothing of a byline is left; in lower case.
std::span<const std::string_view> byline_ends();

}  // namespace morgue::webpage
