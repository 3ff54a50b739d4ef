// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace morgue::jobs {

/// Runs `sh -c COMMAND` with `input` on its standard input; its output goes where ours goes. A command that does not
/// read its input is no worse for it. Returns its exit code, 128 + signal when killed. Throws Error{Io} when there is
/// no shell to run.
int run_hook(const std::string& command, const std::string& input);

}  // namespace morgue::jobs
