// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/csv_writer.h"

#include "render/sanitise.h"

namespace morgue::render {
namespace {

/// The full-width signs too: East Asian editions of spreadsheets take them for the others.
bool starts_formula(std::string_view cell) {
  constexpr std::string_view kSigns = "=+-@\t\r\n";
  if (cell.empty()) return false;
  if (kSigns.find(cell.front()) != std::string_view::npos) return true;
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (cell.starts_with(wide)) return true;
  }
  return false;
}

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
  if (starts_formula(safe)) safe.insert(safe.begin(), '\'');
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
