// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markup/xml.h"

namespace morgue::markup {

/// The bytes of an XML document as valid UTF-8, whatever charset it declares, in a buffer that grows as asked.
class XmlInput {
 public:
  /// `most`: the buffer never holds much more than so many bytes.
  XmlInput(ReadBytes read, std::size_t most) : read_(std::move(read)), most_(most) {}

  /// What is in memory and not yet consumed; valid until the next call of anything but this.
  [[nodiscard]] std::string_view text() const { return std::string_view(buffer_).substr(begin_); }
  /// Makes text() hold at least `size` bytes; false where the document ends before, or the buffer is full.
  bool need(std::size_t size);
  /// Position of `wanted` in text(), reading on to find it; npos at the document's end or with a full buffer.
  std::size_t find(std::string_view wanted, std::size_t from);
  void consume(std::size_t bytes);
  [[nodiscard]] bool at_end() { return !need(1); }

  [[nodiscard]] std::size_t consumed() const { return consumed_; }  ///< bytes of UTF-8
  [[nodiscard]] long line() const { return line_; }
  /// Bytes consumed; near to the offset in the document as read, and that itself where it is sound UTF-8.
  [[nodiscard]] std::size_t offset() const;

 private:
  bool more();
  void look_at_head();
  [[nodiscard]] std::size_t whole_characters() const;

  static constexpr std::size_t kBlock = 64U << 10U;

  ReadBytes read_;
  std::size_t most_;
  std::vector<char> block_ = std::vector<char>(kBlock);
  std::string raw_;   ///< read and not yet decoded
  std::string mark_;  ///< byte order mark, for each piece of UTF-16 or UTF-32
  std::string charset_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t consumed_ = 0;
  std::size_t bytes_read_ = 0;
  long line_ = 1;
  bool started_ = false;
  bool ended_ = false;
};

}  // namespace morgue::markup
