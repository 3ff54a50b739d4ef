// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "core/error.h"
#include "io/byte_source.h"

namespace morgue::test {

/// A string as a ByteSource, given out in pieces of `chunk` bytes; `broken`: fails where it should end.
class StringSource : public io::ByteSource {
 public:
  explicit StringSource(std::string text, std::size_t chunk = 4096, bool broken = false)
      : text_(std::move(text)), chunk_(chunk), broken_(broken) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t size = std::min({into.size(), chunk_, text_.size() - position_});
    if (size == 0 && broken_) throw Error(ErrorCode::Io, "broken on purpose");
    std::copy_n(text_.data() + position_, size, into.data());
    position_ += size;
    return size;
  }

 private:
  std::string text_;
  std::size_t chunk_;
  bool broken_;
  std::size_t position_ = 0;
};

}  // namespace morgue::test
