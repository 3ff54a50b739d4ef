// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::io {

/// A file that is written piece by piece, each there when append() returns, whatever becomes of the process; nobody
/// else writes it at the same time. Throws Error{Io}.
class GrowingFile {
 public:
  enum class Mode { New, Continued };
  /// New: Error{Usage} when there is something in it already. Continued: as it is, or empty. Error{Locked} when another
  /// process has it.
  GrowingFile(std::string path, Mode mode);
  ~GrowingFile();
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;

  /// What was in it when it was opened.
  [[nodiscard]] const std::string& contents() const { return contents_; }
  /// Forgets what is behind the first `bytes`.
  void cut(std::size_t bytes);
  void append(std::string_view text);
  /// To the disk.
  void sync();

 private:
  void read_all();

  std::string path_;
  int fd_ = -1;
  std::string contents_;
};

}  // namespace morgue::io
