// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::cli {

/// Text that roff shows as it is: no escapes, no control lines, ASCII.
std::string roff(std::string_view text);
/// Lines of mdoc(7) source for a paragraph: each sentence begins a line, as mdoc wants it, and lines are short.
std::string roff_paragraph(std::string_view text);
/// The same as one sentence: a capital at its beginning, a full stop at its end.
std::string sentence(std::string text);
std::string upper(std::string text);

/// When the manual pages were last changed, as mdoc writes a date.
inline constexpr std::string_view kManualDate = "November 30, 2026";

}  // namespace morgue::cli
