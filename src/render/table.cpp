// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/width.h"

namespace morgue::render {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::size_t kSmallestBar = 8;
constexpr std::size_t kLargestBar = 40;
constexpr std::int64_t kEighths = 8;

/// A horizontal bar of `eighths` eighths of a column.
std::string bar(std::int64_t eighths) {
  constexpr std::array<std::string_view, kEighths> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string out;
  for (std::int64_t i = 0; i < eighths / kEighths; ++i) out += "█";
  out += kParts.at(static_cast<std::size_t>(eighths % kEighths));
  return out;
}

/// At least an eighth for anything that is not nothing.
std::int64_t eighths_of(std::int64_t count, std::int64_t largest, std::size_t columns) {
  if (count <= 0) return 0;
  const double share = static_cast<double>(count) / static_cast<double>(largest);
  const double full = static_cast<double>(columns) * static_cast<double>(kEighths);
  return std::max<std::int64_t>(1, std::llround(share * full));
}

/// Cut where it is too wide, padded to `columns` otherwise.
std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = column_width(text);
  if (width <= columns) return text + std::string(columns - width, ' ');
  const std::string cut = std::string(fit_columns(text, columns - 1)) + "…";
  return cut + std::string(columns - column_width(cut), ' ');
}

}  // namespace

std::string counts_text(const Counts& counts, const TextStyle& style) {
  std::vector<std::string> labels;
  std::size_t label_columns = 1;
  std::size_t count_columns = 1;
  std::int64_t largest = 1;
  for (const auto& [value, count] : counts) {
    labels.push_back(sanitise_line(value));
    label_columns = std::max(label_columns, column_width(labels.back()));
    count_columns = std::max(count_columns, std::to_string(count).size());
    largest = std::max(largest, count);
  }
  const std::size_t gaps = 2 * kGap.size();
  const std::size_t taken = count_columns + gaps + kSmallestBar;
  label_columns = std::min(label_columns, std::max<std::size_t>(style.width > taken ? style.width - taken : 0, 12));
  const std::size_t used = label_columns + count_columns + gaps;
  const std::size_t bar_columns =
      style.width > used ? std::min<std::size_t>(style.width - used, kLargestBar) : std::size_t{0};

  std::string out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string number = std::to_string(counts[i].second);
    out += padded(labels[i], label_columns);
    out += kGap;
    out += std::string(count_columns - number.size(), ' ') + number;
    const std::string drawn = bar_columns == 0 ? "" : bar(eighths_of(counts[i].second, largest, bar_columns));
    if (!drawn.empty()) out.append(kGap).append(drawn);
    out += '\n';
  }
  return out;
}

std::string counts_json(const Counts& counts) {
  JsonWriter json;
  json.begin_array();
  for (const auto& [value, count] : counts) {
    json.begin_object().key("value").string(value).key("count").integer(count).end_object();
  }
  return json.end_array().take() + "\n";
}

std::string counts_csv(const Counts& counts) {
  CsvWriter csv(',');
  csv.plain("value");
  csv.plain("count");
  csv.end_row();
  for (const auto& [value, count] : counts) {
    csv.text(value);
    csv.plain(std::to_string(count));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace morgue::render
