// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace morgue::index {

struct Posting {
  std::uint32_t document = 0;
  std::uint32_t wdf = 0;
};

/// One list, some neighbours at a time, in ascending order of documents.
class PostingChunks {
 public:
  virtual ~PostingChunks() = default;
  /// Valid until the next call; empty at the end.
  virtual std::span<const Posting> next() = 0;
  /// Those among which the document is or would be, not further back than where the list is; empty: beyond the end.
  virtual std::span<const Posting> seek(std::uint32_t document) = 0;
};

}  // namespace morgue::index
