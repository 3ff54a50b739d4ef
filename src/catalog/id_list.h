// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <span>
#include <string>

namespace morgue::catalog {

/// A JSON array, the form in which json_each() takes a list of numbers as one parameter.
inline std::string id_list(std::span<const std::int64_t> ids) {
  std::string json = "[";
  for (const std::int64_t id : ids) {
    char digits[24];
    if (json.size() > 1) json += ',';
    json.append(digits, std::to_chars(digits, digits + sizeof digits, id).ptr);
  }
  return json += ']';
}

}  // namespace morgue::catalog
