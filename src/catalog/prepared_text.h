// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/body_codec.h"
#include "catalog/content_hash.h"
#include "core/article.h"

namespace morgue::catalog {

/// What is worked out of an article before it is stored, and needs no database: threads make it ahead of the one that
/// writes.
struct PreparedText {
  std::string key;                ///< identity_key()
  ContentHash hash{};             ///< text_hash()
  std::string_view coding;        ///< of the body, as in PackedBody
  std::vector<std::byte> packed;  ///< unless it is stored as it is
};

/// One object a thread.
class TextPreparer {
 public:
  /// Throws Error{Input} for a body above kMaxBodyBytes.
  PreparedText prepare(const Article& article);

 private:
  BodyCodec codec_;
};

/// The body at rest: good as long as both.
PackedBody packed_body(const PreparedText& prepared, const Article& article);

}  // namespace morgue::catalog
