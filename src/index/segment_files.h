// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "index/segment_builder.h"

namespace morgue::index {

/// Syncs every file of a segment, the folder and its parent. Throws Error{Io}.
void sync_segment(const std::filesystem::path& folder);
/// Names, sizes and hashes of its files, sorted by name.
std::vector<SegmentFile> list_segment(const std::filesystem::path& folder);
/// Backend and date of the format in its version file, e.g. `glass 2016-03-14`.
std::string segment_format(const std::filesystem::path& folder);

}  // namespace morgue::index
