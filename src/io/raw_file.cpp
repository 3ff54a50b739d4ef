// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/raw_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace morgue::io {

Error path_error(const std::string& path, int error_number) {
  std::string hint;
  if (error_number == ENOENT || error_number == ENOTDIR) {
    hint = "check the spelling of the path; it is taken relative to the current folder";
  } else if (error_number == EACCES || error_number == EPERM) {
    hint = "check the permissions of the file and of the folders above it";
  } else if (error_number == EMFILE || error_number == ENFILE) {
    hint = "raise the limit on open files (ulimit -n)";
  }
  return {ErrorCode::Input, "cannot read " + path + ": " + std::generic_category().message(error_number), hint};
}

RawFile::RawFile(std::string path) : path_(std::move(path)) {
  const bool standard_input = path_ == "-";
  // A copy of the descriptor, so that closing this object leaves standard input open. O_NONBLOCK is not wanted: a
  // named pipe is waited for, like a terminal.
  fd_ = standard_input ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd_ < 0) throw path_error(standard_input ? "standard input" : path_, errno);
  struct stat status {};
  if (fstat(fd_, &status) != 0 || S_ISDIR(status.st_mode)) {
    const int reason = S_ISDIR(status.st_mode) ? EISDIR : errno;
    close(fd_);
    throw path_error(standard_input ? "standard input" : path_, reason);
  }
  if (S_ISREG(status.st_mode)) {
    size_ = static_cast<std::uint64_t>(status.st_size);
    // Standard input may be shared with other processes, and stand in the middle of a file: never sought in.
    seekable_ = !standard_input;
    posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  if (!standard_input) modified_ = status.st_mtim.tv_sec;
}

RawFile::~RawFile() {
  close(fd_);
}

std::size_t RawFile::read(std::span<char> into) {
  while (true) {
    const ssize_t got = ::read(fd_, into.data(), into.size());
    if (got >= 0) {
      bytes_read_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) throw system_error("cannot read " + (path_ == "-" ? "standard input" : path_), errno);
  }
}

std::int64_t RawFile::seek(std::int64_t offset, int whence) {
  return lseek(fd_, offset, whence);
}

}  // namespace morgue::io
