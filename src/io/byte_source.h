// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace morgue::io {

/// A forward-only stream of decompressed bytes. Errors (truncated or corrupt compression, I/O) throw Error{Io} naming
/// the dump; what was read before stays valid.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Reads at least one byte unless the stream has ended; returns 0 at the end.
  virtual std::size_t read(std::span<char> into) = 0;
};

/// Bytes of the outermost, still compressed files, for progress.
struct RawProgress {
  std::uint64_t read = 0;
  std::optional<std::uint64_t> total;  ///< unknown for standard input
};

}  // namespace morgue::io
