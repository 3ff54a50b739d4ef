// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace morgue::mutate {

/// Sound bytes to make mutants of.
struct Original {
  std::string name;  ///< of the file the mutant is put into
  std::string bytes;
};

/// By format, compression and container: `html`, `html in gzip`, `jsonl in zip`.
using Families = std::map<std::string, std::vector<Original>>;

/// All dumps below the folders, cut to `most` bytes; compressed ones also as what is in them, and some of the rest also
/// packed in every way.
Families find_originals(const std::vector<std::filesystem::path>& folders, std::size_t most);

}  // namespace morgue::mutate
