// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::render {

/// Rows after RFC 4180: a cell with the separator, a quote or a line end is quoted, quotes are doubled. Lines end in
/// LF, which spreadsheets read and line tools need.
class CsvWriter {
 public:
  explicit CsvWriter(char separator) : separator_(separator) {}

  /// Text from outside: controls are removed, and what a spreadsheet would run as a formula gets a leading '.
  void text(std::string_view cell);
  /// Text of ours (a number, a name of a column), as it is.
  void plain(std::string_view cell);
  void end_row();

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void separate();
  void append_cell(std::string_view cell);

  std::string out_;
  char separator_;
  bool row_begun_ = false;
};

}  // namespace morgue::render
