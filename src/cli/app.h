// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace morgue::cli {

/// The whole program: parses the command line, runs one command, prints errors, returns the exit code.
int run(int argc, char** argv);

}  // namespace morgue::cli
