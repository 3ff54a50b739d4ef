// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// BCP 47 primary subtag of a declared language: `en-us`, `en_GB`, `eng`, `English` give `en`; empty if not understood.
std::string canonical_language(std::string_view declared);
/// Detected language (CLD2), or empty when the text is too short or the answer unreliable.
std::string detect_language(std::string_view text);

}  // namespace morgue::text
