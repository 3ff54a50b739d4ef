// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace morgue::index {

// In place of std::filesystem::directory_iterator and remove_all, which end the program when there is no memory: their
// paths are made in functions that are noexcept.

/// The regular files in a folder, in order of their names. Throws Error{Io}.
std::vector<std::filesystem::path> files_in_folder(const std::filesystem::path& folder);

/// Removes a folder of an unfinished segment with all that is in it, or nothing where there is none. Links are not
/// followed.
void remove_folder(const std::filesystem::path& folder, std::error_code& failure) noexcept;
/// Throws Error{Io}.
void remove_folder(const std::filesystem::path& folder);

}  // namespace morgue::index
