// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include "core/error.h"
#include "io/descriptor.h"
#include "io/folder.h"

namespace morgue::io {
namespace {

void write_all(int fd, std::string_view contents, const std::string& path) {
  while (!contents.empty()) {
    const ssize_t written = write(fd, contents.data(), contents.size());
    if (written < 0 && errno != EINTR) throw system_error("cannot write " + path, errno);
    if (written > 0) contents.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync_descriptor(int fd, const std::string& path) {
  // EINVAL: a file system that has nothing to sync (some network and special ones).
  if (fsync(fd) != 0 && errno != EINVAL) throw system_error("cannot sync " + path, errno);
}

}  // namespace

void sync_path(const std::filesystem::path& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) throw system_error("cannot open " + path.string(), errno);
  sync_descriptor(file.get(), path.string());
}

void sync_tree(const std::filesystem::path& folder) {
  std::error_code failure;
  const auto entries = list_folder(folder, failure);
  if (failure) throw system_error("cannot list " + folder.string(), failure.value());
  for (const auto& entry : entries) {
    const auto status = std::filesystem::symlink_status(entry, failure);
    if (failure) throw system_error("cannot look at " + entry.string(), failure.value());
    if (std::filesystem::is_regular_file(status)) sync_path(entry);
  }
  sync_path(folder);
}

void write_file_atomically(const std::filesystem::path& path, std::string_view contents, Links links) {
  AtomicFile file(path, links);
  file.write(contents);
  file.commit();
}

AtomicFile::AtomicFile(const std::filesystem::path& path, Links links) : path_(path) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  const bool link = std::filesystem::is_symlink(std::filesystem::symlink_status(path, failure));
  const bool followed = link && links == Links::Follow;
  const bool replaceable =
      !std::filesystem::exists(status) || std::filesystem::is_regular_file(status) || (link && links == Links::Replace);
  if (followed) {
    path_ = std::filesystem::weakly_canonical(path, failure);
    if (failure) throw system_error("cannot write " + path.string(), failure.value());
  }
  constexpr mode_t kMode = 0666;  // less the umask
  // In the same folder, so that rename(2) stays on one file system.
  written_to_ = replaceable ? path_.string() + ".tmp" + std::to_string(getpid()) : path_.string();
  // Of a run that was killed, or put there by somebody to be written through.
  if (replaceable) unlink(written_to_.c_str());
  const int flags = replaceable ? O_CREAT | O_EXCL | O_NOFOLLOW : 0;
  fd_ = open(written_to_.c_str(), O_WRONLY | O_CLOEXEC | flags, kMode);
  if (fd_ < 0) throw system_error("cannot write " + path.string(), errno);
}

AtomicFile::~AtomicFile() {
  if (fd_ < 0) return;
  close(fd_);
  if (written_to_ != path_) unlink(written_to_.c_str());
}

void AtomicFile::write(std::string_view contents) {
  buffer_ += contents;
  constexpr std::size_t kBufferBytes = 256U << 10U;
  if (buffer_.size() >= kBufferBytes) flush();
}

void AtomicFile::flush() {
  write_all(fd_, buffer_, path_.string());
  buffer_.clear();
}

void AtomicFile::commit() {
  flush();
  const bool replaces = written_to_ != path_;
  if (replaces) {
    sync_descriptor(fd_, path_.string());
    if (rename(written_to_.c_str(), path_.c_str()) != 0) throw system_error("cannot replace " + path_.string(), errno);
  }
  close(fd_);
  fd_ = -1;
  if (!replaces) return;
  const std::filesystem::path folder = path_.parent_path();
  sync_path(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace morgue::io
