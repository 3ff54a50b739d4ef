// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::webpage {

struct JsonMember;

/// A value of the JSON that pages carry in scripts.
struct JsonValue {
  enum class Kind : unsigned char { Null, Scalar, List, Object };
  Kind kind = Kind::Null;
  std::string text;  ///< of a scalar: the string, or number, true and false as written
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;

  [[nodiscard]] bool is_object() const { return kind == Kind::Object; }
  [[nodiscard]] bool is_list() const { return kind == Kind::List; }
  /// A member of an object by its exact name, or null.
  [[nodiscard]] const JsonValue* find(std::string_view name) const;
};

/// A type of its own: a vector of std::pair<std::string, JsonValue> inside of JsonValue is beyond clang 14.
struct JsonMember {
  std::string name;
  JsonValue value;
};

/// Reads JSON as pages really write it: comments, CDATA wrappers, trailing, doubled and missing commas, raw line breaks
/// and stray quotation marks in strings, unquoted names, single quotes, values one after the other (given as a list),
/// an end that is cut off. Null when there is nothing to read. Depth, number of values and size are capped: what is
/// behind the caps is left out. Linear in time.
JsonValue read_loose_json(std::string_view text);

}  // namespace morgue::webpage
