// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/news_object.h"

#include <algorithm>

#include "extract/field_set.h"

namespace morgue::extract {

NewsObject::NewsObject(const Record& record, std::string_view prefix) {
  for (const Field& field : record.fields) {
    std::string path = fold_path(field.path);
    if (!path.starts_with(prefix) || field.value.empty()) continue;
    fields_.emplace_back(path.substr(prefix.size()), &field);
  }
}

bool NewsObject::holds(std::string_view path) const {
  return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) {
    return field.first.starts_with(path) && field.first.size() > path.size() && field.first[path.size()] == '.';
  });
}

std::string_view NewsObject::value(std::string_view path) const {
  const auto found =
      std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == path; });
  return found == fields_.end() ? std::string_view{} : found->second->value;
}

std::string_view NewsObject::any(std::initializer_list<std::string_view> paths) const {
  for (const std::string_view path : paths) {
    if (const std::string_view found = value(path); !found.empty()) return found;
  }
  return {};
}

std::vector<std::string_view> NewsObject::values(std::string_view path) const {
  std::vector<std::string_view> out;
  for (const auto& [name, field] : fields_) {
    if (name == path) out.emplace_back(field->value);
  }
  return out;
}

std::vector<NewsObject::Element> NewsObject::elements(std::string_view path) const {
  std::vector<Element> out;
  for (const auto& [whole, field] : fields_) {
    if (!whole.starts_with(path) || whole.size() <= path.size() + 1 || whole[path.size()] != '.') continue;
    const std::string name = whole.substr(path.size() + 1);
    if (name.find('.') != std::string::npos) continue;
    if (out.empty() || !value_in(out.back(), name).empty()) out.emplace_back();
    constexpr std::size_t kMostNames = 32;  // an element of an item has a handful
    if (out.back().size() < kMostNames) out.back().emplace_back(name, field->value);
  }
  return out;
}

std::string_view value_in(const NewsObject::Element& element, std::string_view name) {
  const auto found =
      std::find_if(element.begin(), element.end(), [&](const auto& value) { return value.first == name; });
  return found == element.end() ? std::string_view{} : found->second;
}

}  // namespace morgue::extract
