// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/buffered_input.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace morgue::io {
namespace {

constexpr std::size_t kFirstBuffer = 64U << 10U;
constexpr std::size_t kLeastRead = 64U << 10U;

std::size_t find_line_end(std::string_view text, std::size_t from) {
  if (from >= text.size()) return text.npos;
  const void* found = std::memchr(text.data() + from, '\n', text.size() - from);
  return found == nullptr ? text.npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::string_view without_cr(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

BufferedInput::BufferedInput(ByteSource& source) : source_(source), buffer_(kFirstBuffer + kPadding) {}

void BufferedInput::make_room() {
  const std::size_t capacity = buffer_.size() - kPadding;
  if (capacity - end_ >= kLeastRead) return;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  // Grown before it is full, so that bytes are not moved again and again for the sake of a few free ones.
  if (end_ > capacity / 2) buffer_.resize(capacity * 2 + kPadding);
}

/// One read at the end of the buffer. False at the end and at an error, which is kept.
bool BufferedInput::fill() {
  if (ended_) return false;
  make_room();
  std::size_t got = 0;
  try {
    got = source_.read(std::span(buffer_).subspan(end_, buffer_.size() - kPadding - end_));
  } catch (...) {
    failure_ = std::current_exception();
  }
  end_ += got;
  ended_ = got == 0;
  return !ended_;
}

bool BufferedInput::more() {
  if (fill()) return true;
  if (failure_) std::rethrow_exception(failure_);
  return false;
}

std::string_view BufferedInput::peek(std::size_t wanted) {
  while (end_ - begin_ < wanted && fill()) {
  }
  if (begin_ == end_ && wanted > 0 && failure_) std::rethrow_exception(failure_);
  return buffered().substr(0, wanted);
}

void BufferedInput::consume(std::size_t bytes) {
  bytes = std::min(bytes, end_ - begin_);
  begin_ += bytes;
  offset_ += static_cast<std::int64_t>(bytes);
}

std::optional<BufferedInput::Line> BufferedInput::line(std::size_t cap) {
  std::size_t searched = 0;
  std::size_t line_end = 0;
  while ((line_end = find_line_end(buffered(), searched)) == std::string_view::npos) {
    searched = end_ - begin_;
    if (searched > cap + 1) return long_line(cap);
    if (more()) continue;
    if (searched == 0) return std::nullopt;
    line_end = searched;
    break;
  }
  const bool terminated = line_end < end_ - begin_;
  const std::string_view all = buffered().substr(0, line_end);
  Line line{terminated ? without_cr(all) : all, offset_, false, terminated};
  line.too_long = line.text.size() > cap;
  line.text = line.text.substr(0, cap);
  consume(line_end + (terminated ? 1 : 0));
  return line;
}

/// The buffer holds more than `cap` bytes of a line: keeps the first ones and reads over the rest.
BufferedInput::Line BufferedInput::long_line(std::size_t cap) {
  Line line{{}, offset_, true, false};
  while (true) {
    const std::size_t line_end = find_line_end(buffered(), cap);
    if (line_end != std::string_view::npos) {
      line.terminated = true;
      line.text = buffered().substr(0, cap);
      consume(line_end + 1);
      return line;
    }
    offset_ += static_cast<std::int64_t>(end_ - begin_ - cap);
    end_ = begin_ + cap;
    if (!more()) break;
  }
  line.text = buffered().substr(0, cap);
  consume(cap);
  return line;
}

}  // namespace morgue::io
