// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_source.h"

namespace morgue::io {

/// Buffering on top of a ByteSource: look-ahead for format detection, lines with a cap, offsets for messages.
/// An error of the source is held back until everything read before it has been consumed or was found too short.
class BufferedInput {
 public:
  /// Readable bytes (of any value) behind the end of every view given out: parsers may read in blocks.
  static constexpr std::size_t kPadding = 64;

  explicit BufferedInput(ByteSource& source);

  /// Up to `wanted` bytes from the current offset without consuming them; fewer only at the end of the stream or
  /// before a place that cannot be read. Throws the source's error only when there is no byte before it.
  std::string_view peek(std::size_t wanted);
  /// What is in memory already; valid until the next call of peek, more or line.
  [[nodiscard]] std::string_view buffered() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Adds at least one byte to buffered(). False at the end of the stream; throws the source's error.
  bool more();
  /// Moves on; at most buffered().size().
  void consume(std::size_t bytes);
  /// Byte offset of the next unread byte in the decompressed stream.
  [[nodiscard]] std::int64_t offset() const { return offset_; }

  struct Line {
    std::string_view text;    ///< without LF or CRLF; valid until the next call on this object
    std::int64_t offset = 0;  ///< of its first byte
    bool too_long = false;    ///< longer than the cap: text holds the first `cap` bytes, the rest was skipped
    bool terminated = false;  ///< ended by a line end, not by the end of the stream
  };
  /// The next line, or nothing at the end. A line cut off by an error of the source is not given: the error is thrown.
  std::optional<Line> line(std::size_t cap);

 private:
  bool fill();
  void make_room();
  Line long_line(std::size_t cap);
  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::int64_t offset_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace morgue::io
