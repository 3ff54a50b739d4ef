// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace morgue::io {

/// Whether a file is the user's own, or root's, and not everybody may write to it: what it names may be run. False
/// where there is none.
bool is_own_file(const std::filesystem::path& path);

}  // namespace morgue::io
