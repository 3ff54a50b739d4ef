// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record.h"

namespace morgue::formats {

/// The id in a line of an Elasticsearch bulk request that says what to do with the line behind it
/// (`{"index":{"_id":"7"}}`), empty where it gives none; nothing if these are not the fields of such a line.
std::optional<std::string> bulk_action(const std::vector<Field>& fields);

}  // namespace morgue::formats
