// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <variant>

#include "core/article.h"
#include "core/record.h"
#include "extract/mapping.h"

namespace morgue::extract {

/// The article in a record of named values. `words`, `dump` and `record` are the caller's.
std::variant<Article, Reject> extract_fields(const Record& record, const FieldFinder& finder);

}  // namespace morgue::extract
