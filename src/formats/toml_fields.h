// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "formats/reader.h"

namespace morgue::formats {

/// Appends the values of a TOML document (UTF-8) under their paths: tables, dotted and quoted keys, lists, inline
/// tables, strings of all four kinds; dates and numbers as written. On failure the reason with its line, for a person;
/// `fields` is then of no use.
std::optional<std::string> toml_fields(std::string_view toml, const ReaderLimits& limits, std::vector<Field>& fields);

}  // namespace morgue::formats
