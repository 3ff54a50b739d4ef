// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cli/terminal.h"
#include "render/bar.h"

namespace morgue::cli {

/// Blocks on a terminal whose locale is UTF-8; what goes to a file, a mail or a program has `#`.
render::BarStyle decide_bars(const Stream& stream, const Environment& environment);
/// For standard output.
render::BarStyle bar_style();

}  // namespace morgue::cli
