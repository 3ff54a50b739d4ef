// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/record.h"

namespace morgue::extract {

/// Fields of a flattened JSON object of the news industry, by folded path (see fold_path) below the one the item is in.
class NewsObject {
 public:
  /// One element of a list of objects, `{"role": "main", "value": "..."}`, put together again: fields of a record keep
  /// their order, and a name that comes again begins the next element.
  using Element = std::vector<std::pair<std::string, std::string>>;

  NewsObject(const Record& record, std::string_view prefix);

  [[nodiscard]] bool has(std::string_view path) const { return !value(path).empty(); }
  /// Whether there is anything below the path.
  [[nodiscard]] bool holds(std::string_view path) const;
  /// The first value; empty if there is none.
  [[nodiscard]] std::string_view value(std::string_view path) const;
  /// The first value of the first path that has one.
  [[nodiscard]] std::string_view any(std::initializer_list<std::string_view> paths) const;
  [[nodiscard]] std::vector<std::string_view> values(std::string_view path) const;
  [[nodiscard]] std::vector<Element> elements(std::string_view path) const;

 private:
  std::vector<std::pair<std::string, const Field*>> fields_;
};

/// A value of an element; empty if there is none.
std::string_view value_in(const NewsObject::Element& element, std::string_view name);

}  // namespace morgue::extract
