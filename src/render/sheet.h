// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/painter.h"
#include "render/results.h"

namespace morgue::render {

/// An article as a page: headline, a table of what is known about it, the text. Takes any text, and makes it safe.
class Sheet {
 public:
  explicit Sheet(const TextStyle& style);

  void headline(std::string_view text, std::string_view url);
  /// A free line, unless it would be the first.
  void blank();
  /// `Label          value`, the value wrapped and hanging; nothing when it is unknown.
  void fact(std::string_view label, std::string_view value);
  void fact(std::string_view label, const std::vector<std::string>& values, std::string_view separator);
  /// A fact to be copied whole, an address or a path: never wrapped.
  void whole_fact(std::string_view label, const std::string& value);
  /// Paragraphs keep their line breaks: tables and verse come that way.
  void prose(const std::string& text);
  /// The same beside a label.
  void note(std::string_view label, const std::string& text);
  /// A line made elsewhere.
  void paint(const std::string& line) { out_ += line + "\n"; }
  /// Such lines, with their label before the first.
  void lines(std::string_view label, const std::vector<std::string>& painted);

  [[nodiscard]] const Painter& painter() const { return painter_; }
  /// Columns of a line, and of what stands beside a label.
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t value_columns() const;
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string margin(std::string_view label) const;

  Painter painter_;
  std::size_t columns_;
  std::string out_;
};

}  // namespace morgue::render
