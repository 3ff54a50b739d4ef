// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::formats {

/// What a file is that is no text, by its first bytes: `a PDF document`, `a JPEG image`; empty: none that is known.
/// Served under the address or the name of a page often enough.
std::string_view media_kind(std::string_view head);

/// `a PDF document`, else `binary data` where most bytes are no text of any charset; empty: text.
std::string_view not_text(std::string_view head);

}  // namespace morgue::formats
