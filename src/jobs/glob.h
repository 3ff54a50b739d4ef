// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::jobs {

/// Patterns of paths: `*` any signs but a slash, `?` one of them, `[a-z]` `[!0-9]` one of a set, `\` before a sign that
/// is meant itself; `**` as a whole part any number of folders. A name that begins with a dot is matched only by a part
/// that does. A `[` that is not closed stands for itself.
bool has_wildcard(std::string_view pattern);
/// One part (a file's or folder's name) without slashes.
bool name_matches(std::string_view pattern, std::string_view name);
/// Whole paths, part by part.
bool path_matches(std::string_view pattern, std::string_view path);
/// Without the `\` before signs: what a pattern without wildcards names.
std::string unescaped(std::string_view pattern);

}  // namespace morgue::jobs
