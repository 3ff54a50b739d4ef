// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "catalog/content_hash.h"

namespace morgue::archive {

/// Of the first `bytes` bytes of a file. Nothing if it has fewer, or cannot be read.
std::optional<catalog::ContentHash> hash_of_start(const std::string& path, std::int64_t bytes);
/// Of the first and the last 64 KiB of these: what tells a file that grew from one that was written anew.
std::optional<catalog::ContentHash> hash_of_edges(const std::string& path, std::int64_t bytes);
/// Whether the byte before `offset` ends a line.
bool ends_line(const std::string& path, std::int64_t offset);

}  // namespace morgue::archive
