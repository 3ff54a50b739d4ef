// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_fields.h"

#include <algorithm>
#include <utility>

#include "formats/reject.h"

namespace morgue::formats {

void FeedFields::add(std::string_view path, std::string value) {
  if (trimmed(value).empty()) return;
  make_sound(value);
  fields_.push_back({std::string(path), std::move(value), Field::Kind::Text});
}

void FeedFields::add_list(std::string_view path, std::string_view values) {
  while (!values.empty()) {
    const std::size_t end = std::min(values.find(','), values.size());
    add(path, std::string(trimmed(values.substr(0, end))));
    values.remove_prefix(std::min(end + 1, values.size()));
  }
}

bool FeedFields::has(std::string_view path) const {
  return std::any_of(fields_.begin(), fields_.end(), [&](const Field& field) { return field.path == path; });
}

}  // namespace morgue::formats
