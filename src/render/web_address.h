// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::render {

bool is_web_address(std::string_view url);
/// The address with everything percent-encoded that an address may not hold: blanks, controls, quotes, braces, what is
/// not ASCII. So it cannot end what it stands in.
std::string uri_characters(std::string_view url);

}  // namespace morgue::render
