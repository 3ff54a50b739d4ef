// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <string_view>
#include <thread>

#include "core/error.h"

namespace morgue::io {
namespace {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

/// One line, whatever the command contains: it is shown to others.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? ' ' : c;
  return out;
}

/// `pid command start-time`, as the holder wrote it. Empty while it has not yet.
std::string holder(int fd) {
  std::array<char, 1024> text{};
  const ssize_t size = pread(fd, text.data(), text.size(), 0);
  if (size <= 0) return {};
  const std::string_view line(text.data(), static_cast<std::size_t>(size));
  return printable(line.substr(0, line.find('\n')));
}

std::string describe_holder(int fd) {
  const std::string line = holder(fd);
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  std::string who = "another process";
  if (first != std::string::npos && first < last) {
    who = "process " + line.substr(0, first) + " (" + line.substr(first + 1, last - first - 1) + ", started " +
          line.substr(last + 1) + ")";
  }
  return who;
}

Error locked_error(const std::filesystem::path& path, int fd) {
  return {ErrorCode::Locked, describe_holder(fd) + " is writing to this archive (" + path.string() + ")",
          "wait until it has finished and run the same command again"};
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& path, const std::string& command, double wait_seconds) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kPoll(50);
  constexpr double kLookSeconds = 0.05;  // lock_holder() may have it for a moment
  constexpr mode_t kMode = 0644;
  fd_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kMode);
  if (fd_ < 0) {
    throw Error(ErrorCode::Io, system_error("cannot open the lock file " + path.string(), errno).message(),
                "who changes an archive needs the right to write in its folder; searches do not");
  }
  try {
    const auto start = Clock::now();
    while (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno != EWOULDBLOCK) throw system_error("cannot lock " + path.string(), errno);
      if (std::chrono::duration<double>(Clock::now() - start).count() >= std::max(wait_seconds, kLookSeconds))
        throw locked_error(path, fd_);
      std::this_thread::sleep_for(wait_seconds > kLookSeconds ? kPoll : kPoll / 5);
    }
    const std::string line = std::to_string(getpid()) + " " + printable(command) + " " + utc_now() + "\n";
    if (ftruncate(fd_, 0) != 0 || pwrite(fd_, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
      throw system_error("cannot write the lock file " + path.string(), errno);
    }
  } catch (const Error&) {
    close(fd_);
    throw;
  }
}

FileLock::~FileLock() {
  close(fd_);
}

std::optional<std::string> lock_holder(const std::filesystem::path& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return std::nullopt;
  std::optional<std::string> who;
  if (flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) who = describe_holder(fd);
  close(fd);
  return who;
}

}  // namespace morgue::io
