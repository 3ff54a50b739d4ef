// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "formats/feed_context.h"
#include "formats/feed_element.h"
#include "formats/feed_fields.h"

namespace morgue::formats {

/// Adds `summary` and `body` of an entry. Its content is the body; a description alone is the summary, unless it is so
/// long that it can only be the whole text.
void read_feed_content(const FeedElement& entry, const FeedContext& feed, FeedFields& out);

}  // namespace morgue::formats
