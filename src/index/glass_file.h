// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace morgue::index::glass {

/// A new file that grows at its end. Not synced: publishing does that. Throws Error{Io}.
class OutputFile {
 public:
  explicit OutputFile(const std::filesystem::path& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);
  /// Reports what the system only says when a file is closed.
  void close();

 private:
  std::filesystem::path path_;
  int fd_;
};

/// At most `size` bytes. Throws Error{Io}.
std::string read_beginning(const std::filesystem::path& path, std::size_t size);

/// A nameless file beside the segment for what does not fit in memory; gone with the object, or the process. Threads
/// may use it at the same time. Throws Error{Io}.
class ScratchFile {
 public:
  explicit ScratchFile(const std::filesystem::path& folder);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  void write(std::uint64_t offset, std::string_view bytes);
  /// Exactly `size` bytes.
  void read(std::uint64_t offset, char* into, std::size_t size) const;

 private:
  std::filesystem::path path_;
  int fd_;
};

}  // namespace morgue::index::glass
