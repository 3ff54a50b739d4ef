// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "formats/csv_row.h"
#include "formats/reader.h"

namespace morgue::formats {

/// CSV with a header row; the delimiter is found by looking, or given (TSV).
class CsvReader : public RecordReader {
 public:
  CsvReader(ReaderInput input, std::string_view delimiters);
  std::optional<ReadItem> next() override;

 private:
  CsvRow::End read_row();
  std::optional<Reject> read_header();
  void pass(std::size_t bytes, std::int64_t lines);
  bool pass_line();
  Reject wrong_width() const;
  Reject runaway(CsvRow::End end);
  bool may_follow_damage() const;
  Record to_record();
  Location here() const;

  ReaderInput input_;
  char delimiter_ = ',';
  bool started_ = false;
  std::vector<std::string> header_;
  CsvRow row_;
  std::int64_t records_ = 0;
  std::int64_t line_ = 1;
  bool recovering_ = false;               ///< behind a quote that was never closed
  std::set<std::uint64_t> quote_habits_;  ///< CsvRow::quoted of good records
  std::size_t rescans_left_;              ///< bytes that may be read again while recovering
};

}  // namespace morgue::formats
