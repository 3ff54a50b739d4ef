// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/lint/file_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace morgue::lint {
namespace {

constexpr std::string_view kLicence = "SPDX-License-Identifier: GPL-2.0-or-later";
constexpr std::size_t kLicenceWithin = 3;  // lines; scripts begin with #!

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [path](std::string_view end) { return path.ends_with(end); });
}

bool is_source(std::string_view path) {
  return ends_with_any(path, {".h", ".cpp", ".h.in", ".cpp.in"});
}

bool is_script(const SourceFile& file) {
  return !file.lines.empty() && file.lines.front().starts_with("#!");
}

bool needs_licence(const SourceFile& file) {
  return is_source(file.path) || is_script(file) ||
         ends_with_any(file.path, {"CMakeLists.txt", ".cmake", ".sql", ".sh"}) ||
         (file.path.starts_with("scripts/") && file.path.find('.') == std::string::npos);
}

/// All files a rule of this kind is about.
std::vector<SourceFile> files_of(const std::filesystem::path& root, std::initializer_list<const char*> folders) {
  std::vector<SourceFile> files;
  for (const char* folder : folders) {
    for (SourceFile& file : read_tree(root, folder)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

Findings check_licences(const std::filesystem::path& root) {
  Findings findings;
  for (const SourceFile& file : files_of(root, {"src", "tests", "scripts", "schema", ".ci"})) {
    if (!needs_licence(file)) continue;
    const auto end = file.lines.begin() + static_cast<std::ptrdiff_t>(std::min(kLicenceWithin, file.lines.size()));
    const bool named = std::any_of(file.lines.begin(), end,
                                   [](const std::string& line) { return line.find(kLicence) != std::string::npos; });
    if (!named) findings.push_back(file.at(0, "no line \"" + std::string(kLicence) + "\""));
  }
  return findings;
}

Findings check_lengths(const std::filesystem::path& root) {
  Findings findings;
  for (const SourceFile& file : files_of(root, {"src", "tests"})) {
    if (is_source(file.path) && file.lines.size() > kMostLines) {
      findings.push_back(file.at(kMostLines, std::to_string(file.lines.size()) + " lines: more than one idea?"));
    }
  }
  return findings;
}

Findings check_header_guards(const std::filesystem::path& root) {
  Findings findings;
  for (const SourceFile& file : files_of(root, {"src", "tests"})) {
    if (!ends_with_any(file.path, {".h", ".h.in"})) continue;
    if (std::find(file.lines.begin(), file.lines.end(), "#pragma once") == file.lines.end()) {
      findings.push_back(file.at(0, "no #pragma once"));
    }
  }
  return findings;
}

Findings check_folder_calls(const std::filesystem::path& root) {
  Findings findings;
  for (const SourceFile& file : files_of(root, {"src"})) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const char* call : {"directory_iterator(", "filesystem::remove_all("}) {
        if (file.lines[i].find(call) != std::string::npos) {
          findings.push_back(file.at(i, std::string(call) + ") ends the program without memory: see io/folder.h"));
        }
      }
    }
  }
  return findings;
}

}  // namespace morgue::lint
