// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/plain_table.h"

#include <algorithm>

#include "core/width.h"

namespace morgue::cli {

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t columns = column_width(text);
  return text + std::string(width > columns ? width - columns : 0, ' ');
}

std::string plain_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], column_width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += i + 1 == row.size() ? row[i] : padded(row[i], widths[i] + 2);
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace morgue::cli
