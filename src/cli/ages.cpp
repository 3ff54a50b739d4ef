// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/ages.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "core/timestamp.h"

namespace morgue::cli {

std::string moment(std::int64_t seconds) {
  const auto time = Timestamp::from_utc_seconds(seconds);
  if (!time) return "?";
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} UTC", time->day.year, time->day.month, time->day.day,
                     time->second_of_day / 3600, time->second_of_day / 60 % 60);
}

std::string age(std::int64_t seconds, std::int64_t now) {
  struct Unit {
    std::int64_t seconds;
    const char* name;
  };
  static constexpr std::array<Unit, 4> kUnits = {
      {{std::int64_t{365} * 86400, "year"}, {86400, "day"}, {3600, "hour"}, {60, "minute"}}};
  const std::int64_t difference = std::abs(now - seconds);
  for (const Unit& unit : kUnits) {
    // Two of a unit before it is used: 25 hours say more than 1 day.
    if (difference < 2 * unit.seconds) continue;
    const std::string span = fmt::format("{} {}s", difference / unit.seconds, unit.name);
    return seconds > now ? "in " + span : span + " ago";
  }
  return "just now";
}

std::string size_text(std::int64_t bytes) {
  static constexpr std::array<const char*, 4> kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return fmt::format("{} B", bytes);
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; value >= 999.95 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  return fmt::format("{:.{}f} {}", value, value < 9.95 ? 1 : 0, kUnits[unit]);
}

void write_moment(render::JsonWriter& json, std::optional<std::int64_t> seconds) {
  const auto time = seconds ? Timestamp::from_utc_seconds(*seconds) : std::nullopt;
  if (time) {
    json.string(time->to_string());
  } else {
    json.null();
  }
}

}  // namespace morgue::cli
