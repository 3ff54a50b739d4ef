// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace morgue::index {

/// Joins parts, at least one, in order, into one database in `folder`, which exists; the parts are removed on the way.
/// In several steps if they are many, since Xapian keeps all files of what it joins open; `work` is for what lies
/// between.
void join_parts(std::vector<std::filesystem::path> parts, const std::filesystem::path& work,
                const std::filesystem::path& folder, unsigned jobs);

}  // namespace morgue::index
