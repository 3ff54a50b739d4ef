// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "formats/reader.h"

namespace morgue::formats {

/// What stands in front of a text about it: between lines of `---` (YAML) or `+++` (TOML), or a JSON object.
struct FrontMatter {
  enum class Language { None, Yaml, Toml, Json };
  Language language = Language::None;
  std::string_view matter;  ///< without its fences
  std::string_view text;    ///< behind it
  bool closed = true;       ///< false: the text ends, or was cut, before the second fence
};

/// JSON only if `json` says so: a dump of JSON begins alike.
FrontMatter split_front_matter(std::string_view text, bool json);
/// Whether a text begins with front matter that names something. `whole`: nothing was cut off.
bool has_front_matter(std::string_view head, bool whole);

/// Appends the fields of front matter. Where it breaks the rules of its language, what its lines say by themselves.
void front_matter_fields(const FrontMatter& front, const ReaderLimits& limits, std::vector<Field>& fields);

}  // namespace morgue::formats
