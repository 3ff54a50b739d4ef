// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace morgue::formats {

/// Fields of one document of Reuters-21578, from `<REUTERS ...>` to before `</REUTERS>`.
std::vector<Field> reuters_fields(std::string_view document);

/// Text of SGML content: UTF-8, with its character references resolved; those of control characters vanish, except
/// tab and line end. `content` is Latin-1, windows-1252 or UTF-8.
std::string sgml_text(std::string_view content);

}  // namespace morgue::formats
