// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace morgue::io {

// In place of std::filesystem::directory_iterator and remove_all: libstdc++ makes their paths in noexcept functions,
// which end the program when there is no memory.

/// What is in a folder, in no order; as far as it could be read when `failure` is set.
std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder, std::error_code& failure);

/// Removes a file, a link, or a folder with all that is in it; that there is none is no failure. Links are not
/// followed. What can be removed is, whatever else cannot; `failure` is the first.
void remove_tree(const std::filesystem::path& path, std::error_code& failure) noexcept;
/// Throws Error{Io}.
void remove_tree(const std::filesystem::path& path);

}  // namespace morgue::io
