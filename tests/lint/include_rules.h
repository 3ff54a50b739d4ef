// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "tests/lint/source_tree.h"

namespace morgue::lint {

/// Includes in src/ that no arrow of the room table allows, headers of libraries outside their rooms, headers that no
/// table knows, and rooms that no table knows.
Findings check_includes(const std::filesystem::path& root);

/// Rooms that a src/*/CMakeLists.txt links against the table.
Findings check_links(const std::filesystem::path& root);

}  // namespace morgue::lint
