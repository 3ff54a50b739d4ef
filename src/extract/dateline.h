// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::extract {

/// The place line that a wire story begins with: `WASHINGTON (Reuters) - ` gives `WASHINGTON`, `SALVADOR, Feb 26 -`
/// `SALVADOR, Feb 26`, `Berlin (dpa) - ` `Berlin`. Empty if there is none; the body keeps it.
std::string find_dateline(std::string_view body);
/// A declared dateline without the dash behind it.
std::string clean_dateline(std::string_view declared);

}  // namespace morgue::extract
