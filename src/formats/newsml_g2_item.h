// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "formats/field_list.h"
#include "markup/tree.h"

namespace morgue::formats {

/// Adds the fields of an item of NewsML-G2. Its key is its guid, which all versions share. For an item that is no text:
/// its kind (`picture item`, `planning item`). An `embargoed` element without a time is a form not filled in far more
/// often than the embargo without end that the standard reads in it, and is passed over.
std::optional<std::string> add_newsml_g2(FieldList& fields, const markup::Node& item);

}  // namespace morgue::formats
