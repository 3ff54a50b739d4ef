// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace morgue::index {

/// Bytes that are written at the end, in place, and read from the beginning. Unlike a string it does not fill with
/// zeros what is about to be written.
class ByteLog {
 public:
  /// Room for so many bytes behind end().
  void reserve(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
  }
  [[nodiscard]] const char* begin() const { return bytes_.get(); }
  [[nodiscard]] char* end() { return bytes_.get() + size_; }
  /// What was written from end() to `at` belongs to it from now on.
  void end_at(const char* at) { size_ = static_cast<std::size_t>(at - bytes_.get()); }
  void append(std::string_view more) {
    reserve(more.size());
    std::memcpy(end(), more.data(), more.size());
    size_ += more.size();
  }
  void clear() { size_ = 0; }

 private:
  void grow(std::size_t bytes) {
    constexpr std::size_t kFirst = 1 << 16;
    const std::size_t capacity = std::max({kFirst, capacity_ * 2, size_ + bytes});
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace morgue::index
