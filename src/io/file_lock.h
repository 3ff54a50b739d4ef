// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace morgue::io {

/// An exclusive flock(2) on a file that also tells who holds it. Released by the destructor and by the death of the
/// process; the file itself is never removed.
class FileLock {
 public:
  /// Throws Error{Locked} naming pid, command and start time of the holder if another process has it.
  /// `wait_seconds`: how long to keep trying.
  FileLock(const std::filesystem::path& path, const std::string& command, double wait_seconds = 0);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int fd_ = -1;
};

/// Who holds the lock at the moment, as `process 12 (morgue ingest, started ...)`; nothing if nobody does.
std::optional<std::string> lock_holder(const std::filesystem::path& path);

}  // namespace morgue::io
