// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace morgue::archive {

/// A name beside `path` that is free: `path.why-20261122T033000Z`, with a number behind it if need be.
std::filesystem::path free_name(const std::filesystem::path& path, const std::string& why);

}  // namespace morgue::archive
