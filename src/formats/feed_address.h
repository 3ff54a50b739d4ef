// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::formats {

/// Whether an address begins with a scheme (`https:`, `mailto:`).
bool is_absolute_address(std::string_view address);
/// A reference resolved against a base address (RFC 3986, 5.2); as it is when either is empty or the base is relative.
std::string resolve_address(std::string_view base, std::string_view reference);

}  // namespace morgue::formats
