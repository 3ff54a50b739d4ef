// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::formats {

/// One record of a CSV or TSV file (RFC 4180; line ends LF, CRLF or CR; text behind a closing quote is kept).
struct CsvRow {
  enum class End : std::uint8_t {
    Complete,
    More,       ///< the text ends before the record does
    OpenQuote,  ///< the text is all there is, and a quote is open
  };
  static constexpr std::size_t kMostCells = 100000;
  std::vector<std::string> cells;  ///< the first kMostCells
  std::size_t columns = 0;         ///< all of them
  std::uint64_t quoted = 0;        ///< bit n: cell n began with a quote (the first 64)
  std::size_t bytes = 0;           ///< with the line end
  std::int64_t lines = 0;          ///< line ends in it, its own included

  [[nodiscard]] bool blank() const { return columns == 1 && cells[0].empty() && quoted == 0; }
};

/// Reads the record at the beginning of `text` into `row`; `whole`: nothing follows the text.
CsvRow::End parse_csv_row(std::string_view text, bool whole, char delimiter, CsvRow& row);

/// Size of the line at the beginning of `text`, with its line end.
std::size_t line_size(std::string_view text);

/// The delimiter of a CSV file, of `,` `;` tab `|`: the one that gives the first records the same number of columns.
struct CsvShape {
  char delimiter = ',';
  std::size_t columns = 0;   ///< of the header
  std::size_t records = 0;   ///< read behind it
  std::size_t agreeing = 0;  ///< of those, with as many columns
  std::vector<std::string> header;
};
CsvShape sniff_csv(std::string_view head, bool whole, std::string_view delimiters = ",;\t|");

}  // namespace morgue::formats
