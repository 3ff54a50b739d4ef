// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/csv_writer.h"

#include "render/sanitise.h"

namespace morgue::render {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";

}  // namespace

void CsvWriter::separate() {
  if (row_begun_) out_ += separator_;
  row_begun_ = true;
}

void CsvWriter::append_cell(std::string_view cell) {
  const bool quoted = cell.find('"') != std::string_view::npos || cell.find(separator_) != std::string_view::npos ||
                      cell.find_first_of("\r\n") != std::string_view::npos;
  if (!quoted) {
    out_ += cell;
    return;
  }
  out_ += '"';
  for (const char c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvWriter::text(std::string_view cell) {
  separate();
  std::string safe = sanitise(cell);
  if (!safe.empty() && kFormulaStarts.find(safe.front()) != std::string_view::npos) safe.insert(safe.begin(), '\'');
  append_cell(safe);
}

void CsvWriter::plain(std::string_view cell) {
  separate();
  append_cell(cell);
}

void CsvWriter::end_row() {
  out_ += '\n';
  row_begun_ = false;
}

}  // namespace morgue::render
