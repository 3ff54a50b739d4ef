// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace morgue::io {

/// What is in a folder, in no order; as far as it could be read when `failure` is set.
std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder, std::error_code& failure);

}  // namespace morgue::io
