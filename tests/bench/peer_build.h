// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "archive/reader.h"
#include "tests/bench/sqlite.h"

namespace morgue::bench {

/// Writes what a careful FTS5 program would keep of the archive's articles; takes minutes. Appears at `file` when it is
/// whole.
void build_peer(archive::Reader& archive, const std::filesystem::path& file);

/// Settings of a connection that searches: everything in memory.
void tune(Database& database);

}  // namespace morgue::bench
