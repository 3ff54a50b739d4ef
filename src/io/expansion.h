// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/error.h"
#include "io/raw_file.h"

namespace morgue::io {

/// Guards against data that expand without end: what one layer has given out, against what was read from disk for it.
class Expansion {
 public:
  Expansion(const RawFile& raw, std::uint64_t ratio, std::string name)
      : raw_(&raw), ratio_(ratio), name_(std::move(name)) {}

  void add(std::uint64_t bytes) {
    constexpr std::uint64_t kFree = 64ULL << 20U;
    produced_ += bytes;
    if (produced_ <= kFree || produced_ / ratio_ <= raw_->bytes_read()) return;
    throw Error(ErrorCode::Io,
                name_ + ": expands to more than " + std::to_string(ratio_) + " times its compressed size",
                "this is no dump but an archive made to fill memory or disk; unpack it by hand if you trust it");
  }

 private:
  const RawFile* raw_;
  std::uint64_t ratio_;
  std::string name_;
  std::uint64_t produced_ = 0;
};

}  // namespace morgue::io
