// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/archive_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <utility>

#include "core/error.h"

namespace morgue::archive {
namespace {

int open_file(const std::filesystem::path& file) {
  const int fd = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0) throw system_error(file.string() + ": cannot be read", errno);
  return fd;
}

/// A process that closes any descriptor of a file loses its POSIX locks on it, and those are how SQLite tells other
/// processes that it is there: the next reader would take the -shm file for one that nobody uses and truncate it under
/// our feet (SIGBUS). So what may be a file of SQLite's is opened once and never closed.
int open_for_good(const std::filesystem::path& file) {
  static std::mutex mutex;
  static std::map<std::pair<dev_t, ino_t>, int> open_files;
  const std::lock_guard guard(mutex);
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) throw system_error(file.string() + ": cannot be read", errno);
  const auto known = open_files.find({status.st_dev, status.st_ino});
  if (known != open_files.end()) return known->second;
  const int fd = open_file(file);
  if (fstat(fd, &status) == 0) open_files.emplace(std::pair{status.st_dev, status.st_ino}, fd);
  return fd;
}

}  // namespace

ArchiveInput::ArchiveInput(const std::filesystem::path& file)
    : file_(file), keep_(file.filename().string().starts_with("catalog.db")) {
  fd_ = keep_ ? open_for_good(file) : open_file(file);
}

ArchiveInput::~ArchiveInput() {
  if (!keep_) close(fd_);
}

std::size_t ArchiveInput::read(std::span<char> into) {
  for (;;) {
    const ssize_t got = pread(fd_, into.data(), into.size(), at_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error(file_.string() + ": cannot be read to its end", errno);
    at_ += got;
    return static_cast<std::size_t>(got);
  }
}

}  // namespace morgue::archive
