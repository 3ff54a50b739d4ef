// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/record.h"
#include "formats/feed_context.h"
#include "markup/tree.h"

namespace morgue::formats {

/// What an entry is: its fields, or the kind of thing it is when it is no article (a draft, a comment, an attachment).
struct FeedEntry {
  std::vector<Field> fields;
  std::string kind;  ///< empty: an article
};

FeedEntry read_feed_entry(const markup::Node& entry, const FeedContext& feed);

}  // namespace morgue::formats
