// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace morgue::formats {

/// Appends the contents of a JSON string of valid UTF-8. `at` points behind the opening quote; the closing one is
/// known to come. Half a surrogate pair and U+0000 become U+FFFD, as dumps contain them and a record must not be lost
/// for it. Returns what is behind the closing quote, or null on an escape that JSON does not have.
const char* append_json_string(const char* at, std::string& out);

}  // namespace morgue::formats
