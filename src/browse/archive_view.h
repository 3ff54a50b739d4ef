// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "archive/reader.h"
#include "query/parser.h"

namespace morgue::browse {

/// How an engine comes by the archive.
struct Access {
  std::function<std::unique_ptr<archive::Reader>()> open;
  std::function<query::ParseOptions()> parsing;
};

/// A snapshot of the archive that is renewed when it has grown old, and given back when nobody asks for it.
class ArchiveView {
 public:
  explicit ArchiveView(std::function<std::unique_ptr<archive::Reader>()> open) : open_(std::move(open)) {}

  /// Before a new question. Another number than last time: a fresh snapshot in any case.
  void renew(std::uint64_t number);
  [[nodiscard]] archive::Reader& reader();
  void close() { reader_.reset(); }

 private:
  std::function<std::unique_ptr<archive::Reader>()> open_;
  std::unique_ptr<archive::Reader> reader_;
  std::chrono::steady_clock::time_point opened_;
  std::uint64_t number_ = 0;
};

}  // namespace morgue::browse
