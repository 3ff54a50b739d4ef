// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace morgue::golden {

/// Whether the files are to say what comes out, instead of being compared with it: MORGUE_UPDATE_GOLDEN=1.
bool update_wanted();
/// Throws std::runtime_error.
std::string read_file(const std::filesystem::path& path);
/// Writes a file that changed, and says so. Throws std::runtime_error.
void update_file(const std::filesystem::path& path, const std::string& before, const std::string& after);

}  // namespace morgue::golden
