// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "core/error.h"

namespace morgue::io {
namespace {

struct Close {
  void operator()(DIR* folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, Close>;

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// What is in a folder, without the two names that every folder has.
std::vector<std::string> names_in(DIR* folder, std::error_code& failure) {
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(folder);  // NOLINT(concurrency-mt-unsafe): the stream is ours alone
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) failure = last_error();
  return names;
}

Folder open_at(int parent, const char* name, int flags) {
  const int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
  if (fd < 0) return nullptr;
  Folder folder(fdopendir(fd));
  if (!folder) {
    const int error = errno;
    close(fd);
    errno = error;
  }
  return folder;
}

/// By descriptors: a folder that a link takes the place of meanwhile is not gone into.
void remove_at(int parent, const char* name, std::error_code& failure) {
  if (unlinkat(parent, name, 0) == 0 || errno == ENOENT) return;
  const std::error_code as_file = last_error();
  if (const Folder folder = open_at(parent, name, O_NOFOLLOW)) {
    std::error_code unread;
    for (const std::string& inner : names_in(folder.get(), unread))
      remove_at(dirfd(folder.get()), inner.c_str(), failure);
    if (unread && !failure) failure = unread;
  } else {
    const bool is_folder = errno != ENOTDIR && errno != ELOOP;
    if (!failure) failure = is_folder ? last_error() : as_file;
    return;
  }
  if (unlinkat(parent, name, AT_REMOVEDIR) != 0 && errno != ENOENT && !failure) failure = last_error();
}

}  // namespace

std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder, std::error_code& failure) {
  std::vector<std::filesystem::path> all;
  failure.clear();
  const Folder open = open_at(AT_FDCWD, folder.c_str(), 0);
  if (!open) {
    failure = last_error();
    return all;
  }
  for (const std::string& name : names_in(open.get(), failure)) all.push_back(folder / name);
  return all;
}

void remove_tree(const std::filesystem::path& path, std::error_code& failure) noexcept {
  failure.clear();
  try {
    remove_at(AT_FDCWD, path.c_str(), failure);
  } catch (const std::bad_alloc&) {
    failure = std::make_error_code(std::errc::not_enough_memory);
  }
}

void remove_tree(const std::filesystem::path& path) {
  std::error_code failure;
  remove_tree(path, failure);
  if (failure) throw system_error("cannot remove " + path.string(), failure.value());
}

}  // namespace morgue::io
