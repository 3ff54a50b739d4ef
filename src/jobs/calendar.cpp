// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/calendar.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <vector>

#include "core/error.h"

namespace morgue::jobs {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<std::string_view, 4> kNamed = {"hourly", "daily", "weekly", "monthly"};

[[noreturn]] void refuse(std::string_view spec, std::string_view why) {
  throw Error(ErrorCode::Usage, "--at \"" + std::string(spec) + "\": " + std::string(why),
              "for example: hourly, daily 03:30, \"Mon..Fri 06:00\", \"*-*-01 05:00\"");
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(at), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_named(std::string_view word) {
  return std::find(kNamed.begin(), kNamed.end(), word) != kNamed.end();
}

std::optional<int> number(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    return std::nullopt;
  }
  return value;
}

struct Clock {
  int hour = 0;
  int minute = 0;
};

/// `6:00`, `06:00`, `06:00:00`.
std::optional<Clock> clock_of(std::string_view word) {
  const auto parts = split(word, ":");
  if (parts.size() < 2 || parts.size() > 3 || (parts.size() == 3 && number(parts[2], 0, 59) != 0)) return std::nullopt;
  const auto hour = number(parts[0], 0, 23);
  const auto minute = number(parts[1], 0, 59);
  return hour && minute ? std::optional(Clock{*hour, *minute}) : std::nullopt;
}

std::optional<int> weekday(std::string_view word) {
  const std::string name = lower(word);
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    if (name == kDays[i] || (name.size() > 3 && name.starts_with(kDays[i]) && name.ends_with("day"))) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

/// `Mon..Fri`, `Sat,Sun` as cron says them: `1-5`, `6,0`.
std::optional<std::string> cron_weekdays(std::string_view word) {
  std::string out;
  for (const std::string& part : split(word, ",")) {
    const std::size_t dots = part.find("..");
    const auto first = weekday(part.substr(0, dots));
    const auto last = dots == std::string::npos ? first : weekday(part.substr(dots + 2));
    if (!first || !last) return std::nullopt;
    if (!out.empty()) out += ',';
    // cron knows Sunday as 0 and as 7, so that a range may end with it.
    out += std::to_string(*first);
    if (dots != std::string::npos) out += "-" + std::to_string(*last == 0 ? 7 : *last);
  }
  return out.empty() ? std::nullopt : std::optional(out);
}

/// The day in `*-*-01`.
std::optional<int> day_of_month(std::string_view word) {
  return word.starts_with("*-*-") ? number(word.substr(4), 1, 31) : std::nullopt;
}

}  // namespace

std::string on_calendar(std::string_view spec) {
  constexpr std::string_view kSigns = " *-:.,/~_+";
  const auto words = split(spec, " \t");
  if (words.empty()) refuse(spec, "names no time");
  const bool odd = std::any_of(spec.begin(), spec.end(), [&](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) == 0 && kSigns.find(c) == std::string_view::npos;
  });
  if (odd) refuse(spec, "is no calendar expression");
  // `daily 03:30` is what people say; to systemd `daily` stands alone.
  if (lower(words[0]) == "daily" && words.size() == 2) {
    if (!clock_of(words[1])) refuse(spec, "names no time of the day");
    return "*-*-* " + words[1];
  }
  if (is_named(lower(words[0])) && words.size() > 1) refuse(spec, words[0] + " stands alone");
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string cron_fields(std::string_view spec, unsigned spread) {
  const auto words = split(on_calendar(spec), " ");
  const std::string minute = std::to_string(spread % 60);
  if (words.size() == 1 && is_named(lower(words[0]))) {
    const std::string name = lower(words[0]);
    if (name == "hourly") return minute + " * * * *";
    if (name == "daily") return minute + " 0 * * *";
    return minute + (name == "weekly" ? " 0 * * 1" : " 0 1 * *");
  }
  std::string day = "*";
  std::string days_of_week = "*";
  std::optional<Clock> clock;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (const auto at = clock_of(word); at && i + 1 == words.size()) {
      clock = at;
    } else if (const auto weekdays = cron_weekdays(word); weekdays && i == 0) {
      days_of_week = *weekdays;
    } else if (const auto of_month = day_of_month(word)) {
      day = std::to_string(*of_month);
    } else if (word != "*-*-*") {
      refuse(spec, "cannot be said in a crontab; use --systemd, or a time of the day, days of the week or *-*-DD");
    }
  }
  if (!clock) refuse(spec, "names no time of the day");
  // cron runs on either when both are given, systemd only when both are met.
  if (day != "*" && days_of_week != "*") refuse(spec, "cron cannot join a day of the month with a day of the week");
  return std::to_string(clock->minute) + " " + std::to_string(clock->hour) + " " + day + " * " + days_of_week;
}

}  // namespace morgue::jobs
