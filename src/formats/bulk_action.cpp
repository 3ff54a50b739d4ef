// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bulk_action.h"

#include <string_view>

namespace morgue::formats {

std::optional<std::string> bulk_action(const std::vector<Field>& fields) {
  if (fields.empty()) return std::nullopt;
  const std::string& first = fields.front().path;
  const std::string_view action = std::string_view(first).substr(0, first.find('.'));
  if (action != "index" && action != "create" && action != "update" && action != "delete") return std::nullopt;
  std::string id;
  for (const Field& field : fields) {
    if (!field.path.starts_with(std::string(action) + "._")) return std::nullopt;
    if (field.path.ends_with("._id")) id = field.value;
  }
  return id;
}

}  // namespace morgue::formats
