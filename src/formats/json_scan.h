// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace morgue::formats {

/// Finds where a JSON value ends by its brackets and strings alone; can be given the value piece by piece. Whether it
/// is sound is for the parser to say.
class JsonScan {
 public:
  /// `depth`: brackets open already in front of the text.
  explicit JsonScan(std::int64_t depth = 0) : depth_(depth) {}

  /// `text` is the value from its start, or what is left of it after forget(), with more at its end each time. Size of
  /// the value when its end is in sight, else nothing.
  std::optional<std::size_t> end_of(std::string_view text);
  /// Everything seen so far was dropped from the front of the text.
  void forget() { position_ = 0; }

  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] bool in_string() const { return in_string_; }
  [[nodiscard]] std::int64_t depth() const { return depth_; }

 private:
  std::size_t position_ = 0;
  std::int64_t depth_;
  bool in_string_ = false;
  bool escaped_ = false;
};

/// Where a text stops that ought to be one whole value: `inside a string`, `inside an object or a list`; empty if
/// whole.
std::string_view open_end(std::string_view text);

/// A list of objects inside an object that is nothing but its envelope (`{"status":"ok","articles":[{...`).
struct WrappedList {
  std::size_t offset = 0;  ///< of the opening bracket
  int depth = 0;           ///< objects open around it
};
/// Looks for one in the beginning of a top-level object.
std::optional<WrappedList> find_wrapped_list(std::string_view head);

}  // namespace morgue::formats
