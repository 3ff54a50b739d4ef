// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/field_usage.h"

#include <set>
#include <string_view>

#include "extract/synonyms.h"

namespace morgue::extract {

FieldUsage field_usage(const Record& record, const FieldFinder& finder) {
  const FieldSet fields(record);
  FieldUsage usage;
  std::set<std::string_view> known;
  for (const std::string_view name : fillable_fields()) {
    const auto places = finder.find(fields, name);
    if (places.empty()) continue;
    for (const Field* field : places.front()) {
      const bool first = usage.used.empty() || usage.used.back() != std::pair(std::string(name), field->path);
      if (first) usage.used.emplace_back(name, field->path);
      known.insert(field->path);
    }
  }
  for (const Field& field : record.fields) {
    if (known.insert(field.path).second) usage.unused.push_back(field.path);
  }
  return usage;
}

}  // namespace morgue::extract
