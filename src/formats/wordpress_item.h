// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "formats/feed_context.h"
#include "formats/feed_element.h"
#include "formats/feed_fields.h"

namespace morgue::formats {

/// Whether an item comes from an export of WordPress (WXR) and not from a feed for readers.
bool is_wordpress_item(const FeedElement& item);
/// What an item is if it is no published article: `attachment`, `draft`, `menu item` ...; empty for an article.
std::string wordpress_kind(const FeedElement& item);
void read_wordpress_item(const FeedElement& item, const FeedContext& feed, FeedFields& out);

}  // namespace morgue::formats
