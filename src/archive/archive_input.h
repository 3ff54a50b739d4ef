// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace morgue::archive {

/// Reads a file of an archive as bytes, from its beginning, while its catalog is open in this process.
class ArchiveInput {
 public:
  /// Throws Error{Io}.
  explicit ArchiveInput(const std::filesystem::path& file);
  ~ArchiveInput();
  ArchiveInput(const ArchiveInput&) = delete;
  ArchiveInput& operator=(const ArchiveInput&) = delete;

  /// Returns how many bytes were read; 0: the end. Throws Error{Io}.
  std::size_t read(std::span<char> into);

 private:
  std::filesystem::path file_;
  int fd_ = -1;
  bool keep_ = false;
  std::int64_t at_ = 0;
};

}  // namespace morgue::archive
