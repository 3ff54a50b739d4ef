// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "io/byte_source.h"
#include "io/content_kind.h"

namespace morgue::io {

/// A source whose first bytes can be looked at before they are read.
class HeadSource : public ByteSource {
 public:
  explicit HeadSource(std::unique_ptr<ByteSource> below) : below_(std::move(below)) {}

  /// The first bytes, at most kContentHead; call before the first read. An error behind some bytes waits for them to be
  /// read.
  std::string_view head() {
    while (end_ < head_.size()) {
      std::size_t got = 0;
      try {
        got = below_->read(std::span(head_).subspan(end_));
      } catch (const Error&) {
        if (end_ == 0) throw;
        failure_ = std::current_exception();
      }
      if (got == 0) break;
      end_ += got;
    }
    return {head_.data(), end_};
  }
  /// Forgets the head: the source below was sought.
  void drop_head() { begin_ = end_; }

  std::size_t read(std::span<char> into) override {
    if (begin_ == end_) {
      if (failure_) std::rethrow_exception(failure_);
      return below_->read(into);
    }
    const std::size_t count = std::min(into.size(), end_ - begin_);
    std::memcpy(into.data(), head_.data() + begin_, count);
    begin_ += count;
    return count;
  }

 private:
  std::unique_ptr<ByteSource> below_;
  std::array<char, kContentHead> head_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::exception_ptr failure_;
};

}  // namespace morgue::io
