// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/table.h"

#include <algorithm>
#include <string_view>

#include "core/width.h"
#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/painter.h"
#include "render/sanitise.h"

namespace morgue::render {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::size_t kSmallestBar = 8;
constexpr std::size_t kLargestBar = 40;

/// Cut where it is too wide, padded to `columns` otherwise.
std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = column_width(text);
  if (width <= columns) return text + std::string(columns - width, ' ');
  const std::string cut = std::string(fit_columns(text, columns - 1)) + "…";
  return cut + std::string(columns - column_width(cut), ' ');
}

std::string aligned_right(const std::string& number, std::size_t columns) {
  return std::string(columns - std::min(columns, number.size()), ' ') + number;
}

void write_object(JsonWriter& json, const std::pair<std::string, std::int64_t>& entry) {
  json.begin_object().key("value").string(entry.first).key("count").integer(entry.second).end_object();
}

}  // namespace

std::string counts_text(const Counts& counts, std::int64_t matches, const TextStyle& style, BarStyle bars) {
  std::vector<std::string> labels;
  std::size_t label_columns = 1;
  std::size_t count_columns = 1;
  std::size_t share_columns = 1;
  std::int64_t largest = 1;
  const double whole = static_cast<double>(std::max<std::int64_t>(matches, 1));
  for (const auto& [value, count] : counts) {
    labels.push_back(sanitise_line(value));
    label_columns = std::max(label_columns, column_width(labels.back()));
    count_columns = std::max(count_columns, std::to_string(count).size());
    share_columns = std::max(share_columns, percentage(static_cast<double>(count) / whole).size());
    largest = std::max(largest, count);
  }
  const std::size_t numbers = count_columns + share_columns + 3 * kGap.size();
  const std::size_t taken = numbers + kSmallestBar;
  label_columns = std::min(label_columns, std::max<std::size_t>(style.width > taken ? style.width - taken : 0, 12));
  const std::size_t used = label_columns + numbers;
  const std::size_t bar_columns =
      style.width > used ? std::min<std::size_t>(style.width - used, kLargestBar) : std::size_t{0};

  const Painter painter(style);
  std::string out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto count = counts[i].second;
    out += padded(labels[i], label_columns);
    out.append(kGap).append(aligned_right(std::to_string(count), count_columns));
    out.append(kGap).append(
        painter.paint(aligned_right(percentage(static_cast<double>(count) / whole), share_columns), Look::Dim));
    const std::string drawn = bar(static_cast<double>(count) / static_cast<double>(largest), bar_columns, bars);
    if (!drawn.empty()) out.append(kGap).append(drawn);
    out += '\n';
  }
  return out;
}

std::string counts_json(const Counts& counts) {
  JsonWriter json;
  json.begin_array();
  for (const auto& entry : counts) write_object(json, entry);
  return json.end_array().take() + "\n";
}

std::string counts_jsonl(const Counts& counts) {
  std::string out;
  for (const auto& entry : counts) {
    JsonWriter json;
    write_object(json, entry);
    out += json.take();
    out += '\n';
  }
  return out;
}

std::string counts_csv(const Counts& counts, char separator) {
  CsvWriter csv(separator);
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
