// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/folder_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <memory>
#include <string_view>

#include "io/raw_file.h"

namespace morgue::io {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

}  // namespace

bool is_archive_folder(const std::string& path) {
  struct stat status {};
  const auto there = [&](const char* name) { return stat((path + name).c_str(), &status) == 0; };
  return there("/catalog.db") && there("/lock") && there("/index") && S_ISDIR(status.st_mode);
}

FolderWalk::FolderWalk(std::string root) : root_(std::move(root)) {}

std::string FolderWalk::path_of(const std::string& inner) const {
  if (inner.empty()) return root_;
  return root_.ends_with('/') ? root_ + inner : root_ + "/" + inner;
}

std::optional<EntryError> FolderWalk::enter(const std::string& inner) {
  const std::string path = path_of(inner);
  const std::unique_ptr<DIR, CloseFolder> listing(opendir(path.c_str()));
  struct stat status {};
  if (!listing || fstat(dirfd(listing.get()), &status) != 0) return EntryError{path, path_error(path, errno)};
  const Identity identity{status.st_dev, status.st_ino};
  if (std::any_of(open_.begin(), open_.end(), [&](const Folder& above) { return above.identity == identity; })) {
    return EntryError{path, Error(ErrorCode::Input, path + " is a link to a folder above it, which would never end",
                                  "nothing is lost: the files of that folder are read once; remove the link")};
  }
  if (!seen_.insert(identity).second) return std::nullopt;
  if (is_archive_folder(path)) {
    if (!inner.empty()) return std::nullopt;
    return EntryError{path, Error(ErrorCode::Input, path + " is an archive, not a dump",
                                  "name the files and folders that are to be read")};
  }
  Folder folder{inner, identity, {}};
  errno = 0;
  while (const dirent* item = readdir(listing.get())) {
    if (item->d_name[0] != '.') folder.names.emplace_back(item->d_name);
  }
  if (errno != 0) return EntryError{path, path_error(path, errno)};
  std::sort(folder.names.begin(), folder.names.end(), std::greater<>());
  open_.push_back(std::move(folder));
  return std::nullopt;
}

std::optional<std::variant<FolderWalk::File, EntryError>> FolderWalk::next() {
  if (!started_) {
    started_ = true;
    if (auto error = enter("")) return std::move(*error);
  }
  while (!open_.empty()) {
    Folder& folder = open_.back();
    if (folder.names.empty()) {
      open_.pop_back();
      continue;
    }
    const std::string inner = folder.inner.empty() ? folder.names.back() : folder.inner + "/" + folder.names.back();
    folder.names.pop_back();
    const std::string path = path_of(inner);
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return EntryError{path, path_error(path, errno)};
    if (S_ISDIR(status.st_mode)) {
      if (auto error = enter(inner)) return std::move(*error);
    } else if (S_ISREG(status.st_mode)) {
      return File{path, inner};
    }
  }
  return std::nullopt;
}

std::uint64_t FolderWalk::total_bytes(const std::string& root) {
  FolderWalk walk(root);
  std::uint64_t total = 0;
  while (auto found = walk.next()) {
    struct stat status {};
    const File* file = std::get_if<File>(&*found);
    if (file != nullptr && stat(file->path.c_str(), &status) == 0) total += static_cast<std::uint64_t>(status.st_size);
  }
  return total;
}

}  // namespace morgue::io
