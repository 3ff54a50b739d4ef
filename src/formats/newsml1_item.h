// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "formats/field_list.h"
#include "markup/tree.h"

namespace morgue::formats {

/// Adds the fields of a NewsItem of NewsML 1. Of the components that say the same in several ways the text of the story
/// counts; its key is provider, date and item id without the revision. For an item that has no text and is of another
/// kind: that kind (`photo item`).
std::optional<std::string> add_newsml1(FieldList& fields, const markup::Node& item);

}  // namespace morgue::formats
