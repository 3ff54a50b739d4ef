// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::formats {

/// Takes the last paragraph off a text in HTML when it is but a sign where the text comes from, as weblog software puts
/// under each entry of its feeds: a short paragraph with links whose words are the entry's title and the feed's.
void remove_feed_footer(std::string& html, std::string_view title, std::string_view source);

/// Undoes escaping that was done once too often: a text without any tag that begins with an escaped one.
std::string unescape_twice_escaped(std::string text);

}  // namespace morgue::formats
