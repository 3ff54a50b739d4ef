// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::render {

/// Appends `text` as a JSON string with its quotes. Exact for valid UTF-8; a byte that is not becomes U+FFFD. Controls
/// and what could steer a terminal are written as \u escapes, so JSON may be looked at safely.
void append_json_string(std::string& out, std::string_view text);

/// Writes one JSON value without blanks or line ends; the caller pairs begin and end.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& null();
  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t number);
  JsonWriter& boolean(bool value);
  /// At most `decimals` digits after the point, no trailing zeros; null when not finite.
  JsonWriter& number(double number, int decimals);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool comma_ = false;
};

/// `number` with at most `decimals` digits after the point; empty when not finite.
std::string format_number(double number, int decimals);

}  // namespace morgue::render
