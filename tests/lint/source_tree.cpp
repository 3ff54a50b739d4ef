// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/lint/source_tree.h"

#include <algorithm>
#include <fstream>

namespace morgue::lint {

std::string SourceFile::at(std::size_t line_index, const std::string& what) const {
  return path + ":" + std::to_string(line_index + 1) + ": " + what;
}

std::vector<SourceFile> read_tree(const std::filesystem::path& root, const std::string& folder) {
  std::vector<SourceFile> files;
  if (!std::filesystem::is_directory(root / folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (!entry.is_regular_file()) continue;
    SourceFile file{entry.path().lexically_relative(root).generic_string(), {}};
    std::ifstream in(entry.path(), std::ios::binary);
    for (std::string line; std::getline(in, line);) file.lines.push_back(line);
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace morgue::lint
