// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace morgue::archive {

/// Bytes of a file, 0 if there is none.
std::int64_t bytes_of(const std::filesystem::path& file);
/// `1.2 GB`
std::string size_words(std::int64_t bytes);
/// Throws Error{Io} unless the file system of `folder` has so many bytes to give. `what` begins the sentence.
void require_room(const std::filesystem::path& folder, std::int64_t bytes, const std::string& what);

}  // namespace morgue::archive
