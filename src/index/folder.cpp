// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/folder.h"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <string_view>

#include "core/error.h"

namespace morgue::index {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(DIR* folder) const { closedir(folder); }
};

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> all;
  const std::unique_ptr<DIR, Close> open(opendir(folder.c_str()));
  if (!open) throw system_error("cannot list " + folder.string(), errno);
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(open.get());  // NOLINT(concurrency-mt-unsafe): the stream is ours alone
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") all.push_back(folder / name);
  }
  if (errno != 0) throw system_error("cannot list " + folder.string(), errno);
  return all;
}

}  // namespace

std::vector<fs::path> files_in_folder(const fs::path& folder) {
  std::vector<fs::path> files = entries_of(folder);
  std::erase_if(files, [](const fs::path& file) {
    std::error_code unreadable;
    return !fs::is_regular_file(fs::status(file, unreadable));
  });
  std::ranges::sort(files);
  return files;
}

void remove_folder(const fs::path& folder) {
  std::error_code failure;
  if (fs::is_directory(fs::symlink_status(folder, failure))) {
    for (const fs::path& entry : entries_of(folder)) remove_folder(entry);
  }
  fs::remove(folder, failure);
  if (failure) throw system_error("cannot remove " + folder.string(), failure.value());
}

void remove_folder(const fs::path& folder, std::error_code& failure) noexcept {
  failure.clear();
  try {
    remove_folder(folder);
  } catch (const std::bad_alloc&) {
    failure = std::make_error_code(std::errc::not_enough_memory);
  } catch (const Error&) {
    failure = std::make_error_code(std::errc::io_error);
  }
}

}  // namespace morgue::index
