// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/csv_writer.h"
#include "render/fields.h"
#include "render/json_writer.h"

namespace morgue::render {

/// The fields that are printed of each article, in this order.
using Columns = std::vector<std::reference_wrapper<const Field>>;

/// As named. Throws Error{Usage} for a name that is none.
Columns columns_named(const std::vector<std::string>& names);

/// An object with the columns as its members.
void write_object(JsonWriter& json, const Columns& columns, const Subject& subject);
/// The row of their names.
void write_header(CsvWriter& csv, const Columns& columns);
/// Lists are joined by "; ".
void write_row(CsvWriter& csv, const Columns& columns, const Subject& subject);

}  // namespace morgue::render
