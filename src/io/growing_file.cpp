// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/growing_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "core/error.h"

namespace morgue::io {

GrowingFile::GrowingFile(std::string path, Mode mode) : path_(std::move(path)) {
  constexpr mode_t kMode = 0666;  // less the umask
  fd_ = open(path_.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, kMode);
  if (fd_ < 0) throw system_error("cannot write " + path_, errno);
  try {
    if (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
      throw Error(ErrorCode::Locked, path_ + ": another command is writing it", "wait until that one has ended");
    }
    read_all();
    if (mode == Mode::New && !contents_.empty()) {
      throw Error(ErrorCode::Usage, path_ + ": is there already",
                  "go on where it ends with --resume, or name another file");
    }
  } catch (...) {
    close(fd_);
    throw;
  }
}

GrowingFile::~GrowingFile() {
  close(fd_);
}

void GrowingFile::read_all() {
  std::array<char, 1U << 16U> block{};
  while (true) {
    const ssize_t got = read(fd_, block.data(), block.size());
    if (got == 0) return;
    if (got < 0 && errno != EINTR) throw system_error("cannot read " + path_, errno);
    if (got > 0) contents_.append(block.data(), static_cast<std::size_t>(got));
  }
}

void GrowingFile::cut(std::size_t bytes) {
  if (ftruncate(fd_, static_cast<off_t>(bytes)) != 0) throw system_error("cannot shorten " + path_, errno);
}

void GrowingFile::append(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd_, text.data(), text.size());
    if (written < 0 && errno != EINTR) throw system_error("cannot write " + path_, errno);
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void GrowingFile::sync() {
  // EINVAL: a file system that has nothing to sync.
  if (fsync(fd_) != 0 && errno != EINVAL) throw system_error("cannot sync " + path_, errno);
}

}  // namespace morgue::io
