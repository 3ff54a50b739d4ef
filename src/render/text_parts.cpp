// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/text_parts.h"

#include <algorithm>

namespace morgue::render {

std::string wall_clock(const Timestamp& date) {
  std::string exact = date.to_string();
  if (date.precision != Precision::Second) return exact;
  constexpr std::size_t kDayLength = 10;     // 2025-06-24
  constexpr std::size_t kMinuteLength = 16;  // 2025-06-24T14:05
  exact.resize(kMinuteLength);
  exact[kDayLength] = ' ';
  return exact;
}

std::string human_date(const Timestamp& date) {
  constexpr std::size_t kZoneAt = 19;  // behind the seconds
  std::string out = wall_clock(date);
  if (date.precision == Precision::Second && date.offset_minutes != 0) out += " " + date.to_string().substr(kZoneAt);
  return out;
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::ptrdiff_t first = number < 0 ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

std::string join(const std::vector<std::string>& items, std::string_view separator, std::size_t most) {
  const std::size_t shown = most == 0 ? items.size() : std::min(most, items.size());
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) add_part(out, separator, items[i]);
  if (shown < items.size()) add_part(out, separator, "+" + std::to_string(items.size() - shown));
  return out;
}

void add_part(std::string& line, std::string_view separator, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += separator;
  line += part;
}

}  // namespace morgue::render
