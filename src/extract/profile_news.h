// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <variant>

#include "core/record.h"

namespace morgue::extract {

/// JSON items of the news industry: IPTC's ninjs 1 to 3, and the media API of agencies that wraps items like it. They
/// are known by their own fields (an item type, an identifier, and a version or a publishing status).
///
/// An item of text becomes a record under the article's names, one of another kind (picture, video, event) is passed
/// over; a composite with a body of its own is a story with pictures. Nothing for all other records. The key is the
/// item's identifier without its version; the slug stands behind the topics. `keep_rest` also keeps, behind them, the
/// fields under names that are no article's, for mappings to find.
std::optional<std::variant<Record, PassedOver>> news_item(const Record& record, bool keep_rest);

}  // namespace morgue::extract
