// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

#include "tests/lint/source_tree.h"

namespace morgue::lint {

inline constexpr std::size_t kMostLines = 400;

/// Sources, scripts, schema and CMake files whose first three lines do not name the licence.
Findings check_licences(const std::filesystem::path& root);
/// Sources in src/ and tests/ longer than kMostLines.
Findings check_lengths(const std::filesystem::path& root);
/// Headers in src/ and tests/ that nothing keeps from being included twice.
Findings check_header_guards(const std::filesystem::path& root);
/// Lines in src/ that list or remove folders by libstdc++, which ends the program when there is no memory (io/folder.h).
Findings check_folder_calls(const std::filesystem::path& root);

}  // namespace morgue::lint
