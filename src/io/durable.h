// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace morgue::io {

/// fsync(2) of a file or folder. Throws Error{Io}.
void sync_path(const std::filesystem::path& path);
/// fsync of every regular file in the folder, then of the folder itself.
void sync_tree(const std::filesystem::path& folder);
/// Replaces `path` by new contents so that a reader or a crash sees the old or the new, never a mixture.
void write_file_atomically(const std::filesystem::path& path, std::string_view contents);

}  // namespace morgue::io
