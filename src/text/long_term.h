// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::text {

/// Xapian refuses terms of more than 245 bytes, prefix and zero bytes included; this leaves room for both.
inline constexpr std::size_t kMaxTermBytes = 200;

/// What stands for a term that is too long: its beginning and a hash of all of it, so that the same words meet and
/// different ones do not.
std::string shorten_term(std::string_view term);

}  // namespace morgue::text
