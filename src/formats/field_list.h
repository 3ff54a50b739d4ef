// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/record.h"

namespace morgue::formats {

/// Collects the fields of a record under the article's JSON names. Blank values are left out.
class FieldList {
 public:
  /// White space becomes single blanks.
  void line(std::string_view path, std::string_view value) { text(path, one_line(value)); }
  /// As it stands.
  void text(std::string_view path, std::string value) {
    if (value.find_first_not_of(" \t\r\n") == std::string::npos) return;
    fields_.push_back({std::string(path), std::move(value), Field::Kind::Text});
  }
  /// Unless the list has it already, with capitals or without.
  void item(std::string_view path, std::string_view value) {
    std::string name = one_line(value);
    std::string folded(path);
    folded += '\n';
    std::ranges::transform(name, std::back_inserter(folded), lower);
    if (items_.insert(std::move(folded)).second) text(path, std::move(name));
  }
  /// Only if there is none yet: evidence comes best first.
  void first(std::string_view path, std::string_view value) {
    if (!has(path)) line(path, value);
  }

  [[nodiscard]] bool has(std::string_view path) const { return find(path) != nullptr; }
  [[nodiscard]] const std::string* find(std::string_view path) const {
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.path == path; });
    return found == fields_.end() ? nullptr : &found->value;
  }
  [[nodiscard]] std::vector<Field> take() { return std::move(fields_); }

  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

  static std::string one_line(std::string_view value) {
    std::string out;
    for (const char c : value) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
  }

 private:
  std::vector<Field> fields_;
  std::unordered_set<std::string> items_;  ///< with their paths, without capitals
};

}  // namespace morgue::formats
