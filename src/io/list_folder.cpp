// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/list_folder.h"

namespace morgue::io {

std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder, std::error_code& failure) {
  std::vector<std::filesystem::path> all;
  failure.clear();
  try {
    // Not increment(failure): it allocates, is noexcept, and so ends the program when there is no memory.
    for (const auto& entry : std::filesystem::directory_iterator(folder)) all.push_back(entry.path());
  } catch (const std::filesystem::filesystem_error& error) {
    failure = error.code();
  }
  return all;
}

}  // namespace morgue::io
