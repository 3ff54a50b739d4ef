// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::render {

/// Text from an article, safe for a terminal: C0, DEL and C1 controls (escape sequences among them) and Unicode bidi
/// and other format controls removed; tab and line feed kept.
std::string sanitise(std::string_view text);

}  // namespace morgue::render
