// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/error.h"

struct sqlite3;

namespace morgue::catalog {

/// The Error for a failed call: `code` is what it returned, details come from the handle (may be null). `path` is the
/// database file; `doing` is what was attempted, e.g. "cannot open".
[[nodiscard]] Error sqlite_error(sqlite3* handle, int code, const std::string& path, const std::string& doing);

}  // namespace morgue::catalog
