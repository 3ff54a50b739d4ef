// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "archive/layout.h"

namespace morgue::archive {

enum class Contents {
  Nothing,  ///< no such folder, or an empty one
  Left,     ///< what a copy that was killed leaves
  Archive,  ///< a catalog, at least
  Other,
};

/// Throws Error{Input} when it is a file.
Contents contents_of(const Layout& layout);

/// Throws Error{Usage} when one folder is the other, or is in it.
void require_apart(const std::filesystem::path& archive, const std::filesystem::path& backup);

}  // namespace morgue::archive
