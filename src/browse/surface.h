// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/snippet.h"

namespace morgue::browse {

/// How a cell looks; what that is on a terminal is the terminal's affair.
enum class Style : std::uint8_t {
  Plain,
  Dim,
  Bold,
  Heading,
  Hit,
  HeadingHit,
  Selected,
  SelectedHit,
  Bar,
  Problem,
  Key
};

struct Cell {
  std::string text = " ";  ///< one character with its marks; empty behind a wide one
  Style style = Style::Plain;
};

struct Size {
  std::size_t rows = 0;
  std::size_t columns = 0;
  bool operator==(const Size&) const = default;
};

/// A part of the screen.
struct Area {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;

  [[nodiscard]] bool empty() const { return rows == 0 || columns == 0; }
  [[nodiscard]] bool contains(std::size_t at_row, std::size_t at_column) const {
    return at_row >= row && at_row < row + rows && at_column >= column && at_column < column + columns;
  }
};

struct Cursor {
  bool shown = false;
  std::size_t row = 0;
  std::size_t column = 0;
};

/// A screen that nobody sees: what is to be shown, cell by cell. Drawing outside of it does nothing. All text is made
/// safe for terminals here.
class Surface {
 public:
  explicit Surface(Size size);

  [[nodiscard]] Size size() const { return size_; }
  [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const;
  /// One line of text in at most `width` columns, cut where it does not fit. Returns the columns it took.
  std::size_t put(std::size_t row, std::size_t column, std::size_t width, std::string_view text, Style style);
  /// The same with its marks in `hit`. With `ellipsis` what is cut ends in one.
  std::size_t put(std::size_t row, std::size_t column, std::size_t width, const Snippet& text, Style style, Style hit,
                  bool ellipsis = false);
  /// Another look for what is there.
  void restyle(std::size_t row, std::size_t column, std::size_t width, Style style);

  Cursor cursor;

  /// The row as text, without the blanks at its end.
  [[nodiscard]] std::string line(std::size_t row) const;

 private:
  Size size_;
  std::vector<Cell> cells_;
};

}  // namespace morgue::browse
