// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "tests/golden/transcript.h"

namespace morgue::golden {

/// The sessions shown in a Markdown document, as one: code blocks that begin with ```console, in which `$ ` begins a
/// command (a line that ends in a backslash goes on in the next) and what follows is what a terminal shows of it,
/// standard output and error together. Blank lines before the next command are layout. `(re)` lines as in transcripts.
Transcript read_document(std::string_view markdown);
/// The document with the outputs of a transcript that was read from it.
std::string rewrite_document(std::string_view markdown, const Transcript& transcript);

}  // namespace morgue::golden
