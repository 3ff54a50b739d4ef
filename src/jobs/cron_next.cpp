// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/cron_next.h"

#include <array>
#include <bitset>
#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>

namespace morgue::jobs {
namespace {

// Between two leap years may lie eight years.
constexpr int kDays = 9 * 366;

using Values = std::bitset<60>;

std::optional<std::size_t> number(std::string_view text, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || value > most) return std::nullopt;
  return value;
}

/// `*`, `5`, `1-5`, `6,0`.
std::optional<Values> values_of(const std::string& field, std::size_t most) {
  Values values;
  if (field == "*") return values.set();
  std::istringstream parts(field);
  for (std::string part; std::getline(parts, part, ',');) {
    const std::size_t dash = part.find('-');
    const auto first = number(std::string_view(part).substr(0, dash), most);
    const auto last = dash == std::string::npos ? first : number(std::string_view(part).substr(dash + 1), most);
    if (!first || !last || *last < *first) return std::nullopt;
    for (std::size_t i = *first; i <= *last; ++i) values.set(i);
  }
  return values;
}

struct Times {
  std::array<Values, 5> of;  ///< minutes, hours, days, months, days of the week
  bool either = false;       ///< cron joins the two kinds of days with OR when both are given

  [[nodiscard]] bool has_day(const std::tm& day) const {
    const bool of_month = of[2].test(static_cast<std::size_t>(day.tm_mday));
    const bool of_week = of[4].test(static_cast<std::size_t>(day.tm_wday));
    return of[3].test(static_cast<std::size_t>(day.tm_mon) + 1) && (either ? of_month || of_week : of_month && of_week);
  }
  [[nodiscard]] bool has_minute(int hour, int minute) const {
    return of[1].test(static_cast<std::size_t>(hour)) && of[0].test(static_cast<std::size_t>(minute));
  }
};

std::optional<Times> times_of(const std::string& fields) {
  constexpr std::array<std::size_t, 5> kMost = {59, 23, 31, 12, 7};
  std::istringstream words(fields);
  std::array<std::string, 5> word;
  Times times;
  for (std::size_t i = 0; i < word.size(); ++i) {
    words >> word[i];
    const auto values = word[i].empty() ? std::nullopt : values_of(word[i], kMost[i]);
    if (!values) return std::nullopt;
    times.of[i] = *values;
  }
  if (times.of[4].test(7)) times.of[4].set(0);  // both are Sunday
  times.either = word[2] != "*" && word[4] != "*";
  return times;
}

std::string spoken(std::time_t moment) {
  std::tm local{};
  localtime_r(&moment, &local);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%a %Y-%m-%d %H:%M:%S %Z", &local)};
}

/// The first time of a day after `now`; 0: there is none.
std::time_t first_after(const Times& times, std::tm day, std::time_t now) {
  for (int hour = 0; hour < 24; ++hour) {
    for (int minute = 0; minute < 60; ++minute) {
      if (!times.has_minute(hour, minute)) continue;
      day.tm_hour = hour;
      day.tm_min = minute;
      day.tm_isdst = -1;
      std::tm moment = day;
      const std::time_t at = std::mktime(&moment);
      if (at > now) return at;
    }
  }
  return 0;
}

}  // namespace

std::string next_cron_time(const std::string& fields, std::time_t now) {
  const auto times = times_of(fields);
  if (!times) return {};
  std::tm today{};
  localtime_r(&now, &today);
  for (int ahead = 0; ahead < kDays; ++ahead) {
    std::tm day{};
    day.tm_year = today.tm_year;
    day.tm_mon = today.tm_mon;
    day.tm_mday = today.tm_mday + ahead;
    day.tm_hour = 12;  // no clock change touches it
    day.tm_isdst = -1;
    if (std::mktime(&day) == -1) return {};
    if (!times->has_day(day)) continue;
    if (const std::time_t at = first_after(*times, day, now); at != 0) return spoken(at);
  }
  return {};
}

}  // namespace morgue::jobs
