// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/article.h"

namespace morgue::catalog {

/// The coding of a body that is stored as it is.
inline constexpr std::string_view kRawCoding = "raw";

/// No body is larger, neither stored nor unpacked.
inline constexpr std::size_t kMaxBodyBytes = 256U << 20U;

/// A body at rest. `coding` is a value of revisions.body_coding.
struct PackedBody {
  std::string_view coding;
  std::span<const std::byte> bytes;  ///< of the codec or of the text itself, good until the next call
};

/// Packs bodies with zstd, or leaves them raw where that is not smaller.
class BodyCodec {
 public:
  BodyCodec();
  ~BodyCodec();

  /// Throws Error{Input} above kMaxBodyBytes.
  PackedBody pack(std::string_view body);
  /// `size` is that of the body, as stored beside it. Throws Error{Inconsistent} naming `article` for anything that is
  /// not a body of exactly this size.
  std::string unpack(const PackedBody& packed, std::int64_t size, ArticleId article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
