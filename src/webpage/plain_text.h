// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "markup/tree.h"

namespace morgue::webpage {

/// A value of metadata as one clean line: character references (also doubled ones) resolved, tags left out.
std::string plain_line(std::string_view value);
/// The same with its paragraphs, one blank line between.
std::string plain_paragraphs(std::string_view value);
/// What a reader sees of a node, as one clean line: elements that break the line give a blank; scripts, styles,
/// pictures and buttons give nothing. `most_bytes` bounds what is read.
std::string visible_line(const markup::Node* node, std::size_t most_bytes = 4096);
/// The same, with a blank also around links and spans: style sets them apart in bylines and lines of dates.
std::string pieces_line(const markup::Node* node, std::size_t most_bytes = 4096);
/// ASCII letters in lower case.
std::string ascii_lower(std::string_view text);

}  // namespace morgue::webpage
