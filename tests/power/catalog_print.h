// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace morgue::power {

/// Every row of every table of a catalog, as text; empty if there is no catalog, or one without tables. Begins with
/// "damaged" if SQLite finds it so. Opens it as a writer would: the log is read and put in its place.
std::string print_catalog(const std::filesystem::path& file);

}  // namespace morgue::power
