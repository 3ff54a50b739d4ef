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

namespace morgue::io {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

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
  std::filesystem::directory_iterator item(folder, failure);
  for (; !failure && item != std::filesystem::directory_iterator(); item.increment(failure)) {
    const auto status = item->symlink_status(failure);
    if (failure) break;
    if (std::filesystem::is_regular_file(status)) sync_path(item->path());
  }
  if (failure) throw system_error("cannot list " + folder.string(), failure.value());
  sync_path(folder);
}

void write_file_atomically(const std::filesystem::path& path, std::string_view contents) {
  // In the same folder, so that rename(2) stays on one file system.
  const std::string temporary = path.string() + ".tmp" + std::to_string(getpid());
  constexpr mode_t kMode = 0666;  // less the umask
  const Descriptor file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kMode));
  if (file.get() < 0) throw system_error("cannot write " + temporary, errno);
  try {
    write_all(file.get(), contents, temporary);
    sync_descriptor(file.get(), temporary);
    if (rename(temporary.c_str(), path.c_str()) != 0) throw system_error("cannot replace " + path.string(), errno);
  } catch (const Error&) {
    unlink(temporary.c_str());
    throw;
  }
  const std::filesystem::path folder = path.parent_path();
  sync_path(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace morgue::io
