// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/article_part.h"

namespace morgue {

/// A stretch of text that two texts share, or that only one of them has.
struct Edit {
  enum class Op : std::uint8_t { Equal, Delete, Insert };
  Op op = Op::Equal;
  std::string text;
  bool operator==(const Edit&) const = default;
};

/// How one part of an article became another. Of headline, summary and body the edits are stretches of the text; of all
/// others each is a value.
struct PartDiff {
  ArticlePart part = ArticlePart::Body;
  std::vector<Edit> edits;
};

}  // namespace morgue
