// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "markup/tree.h"

namespace morgue::formats {

/// The paragraphs of a text in NITF or XHTML, or in no markup at all: subheads, list items and rows of tables are
/// paragraphs, too; pictures with their captions and notes to editors are left out. Wire copy that was only wrapped
/// into an element, with its indented paragraphs as a typewriter sets them, comes apart at these.
std::vector<std::string> news_paragraphs(const markup::Node& content);
/// The same of text that is in no element.
std::vector<std::string> plain_paragraphs(std::string_view text);

}  // namespace morgue::formats
