// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "formats/reader.h"

namespace morgue::formats {

/// Appends the values of the one YAML mapping in `yaml` (UTF-8) under their paths. References to anchors are not
/// followed, but for single values. On failure the reason with its line, for a person; `fields` is then of no use.
std::optional<std::string> yaml_fields(std::string_view yaml, const ReaderLimits& limits, std::vector<Field>& fields);

}  // namespace morgue::formats
