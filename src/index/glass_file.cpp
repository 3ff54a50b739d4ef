// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"

namespace morgue::index::glass {
namespace {

constexpr mode_t kMode = 0666;

int open_new(const std::filesystem::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CREAT | O_EXCL | O_CLOEXEC, kMode);
  if (fd < 0) throw system_error("cannot create " + path.string(), errno);
  return fd;
}

}  // namespace

OutputFile::OutputFile(const std::filesystem::path& path) : path_(path), fd_(open_new(path, O_WRONLY)) {}

OutputFile::~OutputFile() {
  if (fd_ >= 0) ::close(fd_);
}

void OutputFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error("cannot write " + path_.string(), errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::close() {
  const int fd = fd_;
  fd_ = -1;
  if (::close(fd) != 0) throw system_error("cannot write " + path_.string(), errno);
}

std::string read_beginning(const std::filesystem::path& path, std::size_t size) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw system_error("cannot open " + path.string(), errno);
  std::string bytes(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const ssize_t count = ::read(fd, bytes.data() + have, size - have);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int failure = count < 0 ? errno : 0;
      ::close(fd);
      if (failure != 0) throw system_error("cannot read " + path.string(), failure);
      bytes.resize(have);
      return bytes;
    }
    have += static_cast<std::size_t>(count);
  }
  ::close(fd);
  return bytes;
}

ScratchFile::ScratchFile(const std::filesystem::path& folder)
    : path_(folder / "scratch"), fd_(open_new(path_, O_RDWR)) {
  ::unlink(path_.c_str());
}

ScratchFile::~ScratchFile() {
  ::close(fd_);
}

void ScratchFile::write(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error("cannot write " + path_.string(), errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void ScratchFile::read(std::uint64_t offset, char* into, std::size_t size) const {
  while (size > 0) {
    const ssize_t count = ::pread(fd_, into, size, static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw system_error("cannot read " + path_.string(), count < 0 ? errno : EIO);
    into += count;
    offset += static_cast<std::uint64_t>(count);
    size -= static_cast<std::size_t>(count);
  }
}

}  // namespace morgue::index::glass
