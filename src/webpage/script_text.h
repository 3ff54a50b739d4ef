// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markup/tree.h"

namespace morgue::webpage {

/// Text that a page carries in its scripts, for them to show.
struct ScriptText {
  std::vector<std::string> html;        ///< string values that are pieces of HTML with paragraphs
  std::vector<std::string> paragraphs;  ///< values of one key that read like the paragraphs of one text, in order
};

/// Looks through the string literals of all scripts (JSON, or JSON inside strings of it). Linear in their size.
ScriptText find_script_text(const markup::Tree& page);

}  // namespace morgue::webpage
