// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/record.h"
#include "extract/mapping.h"

namespace morgue::extract {

/// The article in a record of named values. `words`, `dump` and `record` are the caller's. What the record says and
/// cannot be (a 31st of February) is left out of the article and told in `remarks`, a sentence each.
std::variant<Article, Reject> extract_fields(const Record& record, const FieldFinder& finder,
                                             std::vector<std::string>& remarks);

}  // namespace morgue::extract
