// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/error.h"
#include "io/byte_source.h"

namespace morgue::io {

/// An outermost file as it lies on disk, or standard input ("-"). Counts what is read for progress and for the limit
/// on expansion.
class RawFile : public ByteSource {
 public:
  /// Throws Error{Input} when the path is missing, unreadable or no file.
  explicit RawFile(std::string path);
  ~RawFile() override;
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  std::size_t read(std::span<char> into) override;
  /// lseek(2); only where `seekable`. Returns the new position or -1.
  std::int64_t seek(std::int64_t offset, int whence);
  [[nodiscard]] bool seekable() const { return seekable_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::int64_t modified() const { return modified_; }
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::string path_;
  int fd_ = -1;
  bool seekable_ = false;
  std::uint64_t size_ = 0;
  std::int64_t modified_ = 0;
  std::uint64_t bytes_read_ = 0;
};

/// The Input error for a path that cannot be opened or listed, with a hint for the reason.
Error path_error(const std::string& path, int error_number);

}  // namespace morgue::io
