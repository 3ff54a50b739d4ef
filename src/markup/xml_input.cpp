// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/xml_input.h"

#include <algorithm>

#include "markup/charset_label.h"
#include "text/charset.h"
#include "text/charset_guess.h"
#include "text/utf8.h"

namespace morgue::markup {
namespace {

// A piece without a line end or a tag's end in it is cut anywhere.
constexpr std::size_t kLongestPiece = 1U << 20U;

bool is_high_surrogate(char high_byte) {
  return (static_cast<unsigned char>(high_byte) & 0xFCU) == 0xD8U;
}

}  // namespace

void XmlInput::look_at_head() {
  if (const auto wide = wide_charset(raw_)) {
    charset_ = *wide;
    if (charset_ == "utf-16le") mark_ = "\xFF\xFE";
    if (charset_ == "utf-16be") mark_ = "\xFE\xFF";
    if (charset_ == "utf-32le") mark_ = std::string("\xFF\xFE\0\0", 4);
    if (charset_ == "utf-32be") mark_ = std::string("\0\0\xFE\xFF", 4);
    if (raw_.starts_with(mark_)) raw_.erase(0, mark_.size());
  } else {
    charset_ = charset_label(xml_declared_charset(raw_));
  }
}

/// How much of raw_ can be decoded without cutting a character in two.
std::size_t XmlInput::whole_characters() const {
  if (ended_) return raw_.size();
  if (mark_.size() == 4) return raw_.size() - raw_.size() % 4;
  if (mark_.size() == 2) {
    const std::size_t size = raw_.size() - raw_.size() % 2;
    if (size == 0) return 0;
    return is_high_surrogate(raw_[charset_ == "utf-16le" ? size - 1 : size - 2]) ? size - 2 : size;
  }
  // Neither is part of a longer character in any charset.
  const std::size_t cut = raw_.find_last_of(">\n");
  if (cut != std::string::npos) return cut + 1;
  return raw_.size() < kLongestPiece ? 0 : raw_.size();
}

bool XmlInput::more() {
  if (ended_ || buffer_.size() - begin_ >= most_) return false;
  std::size_t size = 0;
  do {
    const std::size_t got = read_(block_);
    raw_.append(block_.data(), got);
    bytes_read_ += got;
    ended_ = got == 0;
    // The head must be there before the charset is decided.
    constexpr std::size_t kHead = 512;
    if (!started_ && !ended_ && raw_.size() < kHead) continue;
    if (!started_) look_at_head();
    started_ = true;
    size = whole_characters();
  } while (size == 0 && !ended_);
  if (begin_ > buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::string_view piece = std::string_view(raw_).substr(0, size);
  if (charset_.empty() && !text::is_valid_utf8(piece)) charset_ = text::guess_charset(piece);
  buffer_ += mark_.empty() ? text::to_utf8(piece, charset_) : text::to_utf8(mark_ + std::string(piece));
  raw_.erase(0, size);
  return size > 0;
}

bool XmlInput::need(std::size_t size) {
  while (buffer_.size() - begin_ < size) {
    if (!more()) return false;
  }
  return true;
}

std::size_t XmlInput::find(std::string_view wanted, std::size_t from) {
  while (true) {
    const std::size_t found = text().find(wanted, from);
    if (found != std::string_view::npos) return found;
    const std::size_t size = text().size();
    from = std::max(from, size - std::min(size, wanted.size() - 1));
    if (!more()) return std::string_view::npos;
  }
}

void XmlInput::consume(std::size_t bytes) {
  const std::string_view passed = text().substr(0, bytes);
  line_ += std::count(passed.begin(), passed.end(), '\n');
  begin_ += passed.size();
  consumed_ += passed.size();
}

std::size_t XmlInput::offset() const {
  return std::min(consumed_, bytes_read_);
}

}  // namespace morgue::markup
