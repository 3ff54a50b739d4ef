// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/csv_row.h"

#include <algorithm>
#include <cstring>

namespace morgue::formats {
namespace {

constexpr std::size_t kSniffedRecords = 50;

class RowParser {
 public:
  RowParser(std::string_view text, bool whole, char delimiter, CsvRow& row)
      : text_(text), whole_(whole), delimiter_(delimiter), row_(row) {}

  CsvRow::End run() {
    row_.columns = 0;
    row_.quoted = 0;
    row_.lines = 0;
    while (true) {
      start_cell();
      if (pos_ < text_.size() && text_[pos_] == '"') {
        if (row_.columns <= 64) row_.quoted |= std::uint64_t{1} << (row_.columns - 1);
        ++pos_;
        if (!quoted_part()) return whole_ ? CsvRow::End::OpenQuote : CsvRow::End::More;
      }
      plain_part();
      if (pos_ == text_.size()) {
        if (!whole_) return CsvRow::End::More;
        return finish();
      }
      if (text_[pos_] == delimiter_) {
        ++pos_;
        continue;
      }
      if (text_[pos_] == '\r') {
        if (pos_ + 1 == text_.size() && !whole_) return CsvRow::End::More;
        if (pos_ + 1 < text_.size() && text_[pos_ + 1] == '\n') ++pos_;
      }
      ++pos_;
      ++row_.lines;
      return finish();
    }
  }

 private:
  /// Cells are kept from row to row for their memory.
  void start_cell() {
    ++row_.columns;
    if (used_ < CsvRow::kMostCells && ++used_ > row_.cells.size()) row_.cells.emplace_back();
    row_.cells[used_ - 1].clear();
  }

  CsvRow::End finish() {
    row_.cells.resize(used_);
    row_.bytes = pos_;
    return CsvRow::End::Complete;
  }

  /// False if the closing quote, or what decides whether it is one, is not in the text.
  bool quoted_part() {
    std::string& cell = row_.cells[used_ - 1];
    while (true) {
      const std::size_t quote = text_.find('"', pos_);
      if (quote == text_.npos || (quote + 1 == text_.size() && !whole_)) return false;
      append(cell, text_.substr(pos_, quote - pos_));
      pos_ = quote + 1;
      if (pos_ == text_.size() || text_[pos_] != '"') return true;
      cell += '"';
      ++pos_;
    }
  }

  void append(std::string& cell, std::string_view part) {
    cell += part;
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n'))) ++row_.lines;
    }
  }

  void plain_part() {
    const std::size_t begin = pos_;
    while (pos_ < text_.size() && text_[pos_] != delimiter_ && text_[pos_] != '\n' && text_[pos_] != '\r') ++pos_;
    row_.cells[used_ - 1] += text_.substr(begin, pos_ - begin);
  }

  std::string_view text_;
  bool whole_;
  char delimiter_;
  CsvRow& row_;
  std::size_t pos_ = 0;
  std::size_t used_ = 0;
};

}  // namespace

CsvRow::End parse_csv_row(std::string_view text, bool whole, char delimiter, CsvRow& row) {
  return RowParser(text, whole, delimiter, row).run();
}

std::size_t line_size(std::string_view text) {
  std::size_t end = text.find_first_of("\r\n");
  if (end == text.npos) return text.size();
  if (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n') ++end;
  return end + 1;
}

CsvShape sniff_csv(std::string_view head, bool whole, std::string_view delimiters) {
  CsvShape best;
  for (const char delimiter : delimiters) {
    CsvShape shape;
    shape.delimiter = delimiter;
    std::string_view rest = head;
    CsvRow row;
    while (!rest.empty() && shape.records < kSniffedRecords) {
      if (parse_csv_row(rest, whole, delimiter, row) != CsvRow::End::Complete) break;
      rest.remove_prefix(row.bytes);
      if (row.blank()) continue;
      if (shape.columns == 0) {
        shape.header = row.cells;
        shape.columns = row.columns;
        continue;
      }
      ++shape.records;
      if (row.columns == shape.columns) ++shape.agreeing;
    }
    const auto merit = [](const CsvShape& one) {
      // Agreement first; a delimiter that never occurs agrees perfectly and says nothing.
      const std::size_t share = one.records == 0 ? 0 : one.agreeing * 10 / one.records;
      return one.columns < 2 ? std::pair<std::size_t, std::size_t>{0, 0} : std::pair{share + 1, one.columns};
    };
    if (best.columns == 0 || merit(shape) > merit(best)) best = std::move(shape);
  }
  return best;
}

}  // namespace morgue::formats
