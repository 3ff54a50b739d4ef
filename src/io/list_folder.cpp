// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/list_folder.h"

#include <dirent.h>

#include <cerrno>
#include <memory>
#include <string_view>

namespace morgue::io {
namespace {

struct Close {
  void operator()(DIR* folder) const { closedir(folder); }
};

}  // namespace

// Not by std::filesystem::directory_iterator: libstdc++ makes its paths in noexcept functions, which end the program
// when there is no memory.
std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder, std::error_code& failure) {
  std::vector<std::filesystem::path> all;
  failure.clear();
  const std::unique_ptr<DIR, Close> open(opendir(folder.c_str()));
  if (!open) {
    failure.assign(errno, std::generic_category());
    return all;
  }
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(open.get());  // NOLINT(concurrency-mt-unsafe): the stream is ours alone
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") all.push_back(folder / name);
  }
  if (errno != 0) failure.assign(errno, std::generic_category());
  return all;
}

}  // namespace morgue::io
