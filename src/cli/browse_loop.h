// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "browse/archive_view.h"

namespace morgue::cli {

/// Runs the browser on the terminal until the person leaves it. Returns an ExitCode.
int run_browser(const browse::Access& access, const std::string& query, bool colour);

}  // namespace morgue::cli
