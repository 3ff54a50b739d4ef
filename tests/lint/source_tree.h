// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace morgue::lint {

/// `path:line: what is wrong`, paths from the root of the repository.
using Findings = std::vector<std::string>;

struct SourceFile {
  std::string path;  ///< from the root of the repository, with /
  std::vector<std::string> lines;

  [[nodiscard]] std::string at(std::size_t line_index, const std::string& what) const;
};

/// Every file below `root`/`folder`, sorted; none when there is no such folder.
std::vector<SourceFile> read_tree(const std::filesystem::path& root, const std::string& folder);

}  // namespace morgue::lint
