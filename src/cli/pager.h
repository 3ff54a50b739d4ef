// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/output.h"
#include "cli/terminal.h"

namespace morgue::cli {

/// $MORGUE_PAGER, else $PAGER, else `less -FRX` if there is one; a shell command. Empty: none is wanted (a variable set
/// to nothing, or to `cat`).
std::string pager_command(const Environment& environment);

/// Whether a terminal of so many rows would scroll the beginning away; its last row is for the prompt.
bool overflows(std::string_view text, std::size_t rows);

/// Runs `command` with the shell, `text` on its standard input, and waits for it to end. It may end before it has read
/// everything. False when there is no such command: nothing was shown.
bool run_pager(const std::string& command, std::string_view text);

/// Writes the text through the pager when standard output is a terminal too small for it, else as it is.
void page(Output& out, std::string_view text);

}  // namespace morgue::cli
