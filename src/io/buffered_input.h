// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_source.h"

namespace morgue::io {

/// Buffering on top of a ByteSource: look-ahead for format detection, lines with a cap, offsets for messages.
class BufferedInput {
 public:
  explicit BufferedInput(ByteSource& source);

  /// Up to `wanted` bytes from the current offset without consuming them; fewer only at the end of the stream.
  std::string_view peek(std::size_t wanted);
  void consume(std::size_t bytes);
  /// Byte offset of the next unread byte in the decompressed stream.
  [[nodiscard]] std::int64_t offset() const { return offset_; }

  struct Line {
    std::string_view text;    ///< without LF or CRLF; valid until the next call on this object
    std::int64_t offset = 0;  ///< of its first byte
    bool too_long = false;    ///< longer than the cap: text holds the first `cap` bytes, the rest was skipped
    bool terminated = false;  ///< ended by a line end, not by the end of the stream
  };
  /// The next line, or nothing at the end.
  std::optional<Line> line(std::size_t cap);

 private:
  bool fill();
  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::int64_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace morgue::io
