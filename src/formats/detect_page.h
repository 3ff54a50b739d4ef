// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::formats {

/// How many independent signs there are that a text was copied from a web page with all that stands around an article:
/// labels of buttons and lists, a reading time, the headline twice, picture credits, dates of update, notices of
/// rights. One can be chance, two are not.
int page_evidence(std::string_view text);

/// Whether a text is a list of words or numbers and no prose at all.
bool is_word_list(std::string_view text);

}  // namespace morgue::formats
