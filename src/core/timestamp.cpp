// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/timestamp.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace morgue {
namespace {

constexpr std::array<std::string_view, 4> kPrecisionNames = {"year", "month", "day", "second"};
constexpr std::array<std::string_view, 5> kOriginNames = {"none", "declared", "url", "filename", "inferred"};
constexpr std::int64_t kSecondsPerDay = 86400;

/// Reads exactly `width` digits at `pos` and moves past them.
std::optional<int> digits(std::string_view text, std::size_t& pos, std::size_t width) {
  if (pos + width > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const char c = text[pos + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  pos += width;
  return value;
}

bool literal(std::string_view text, std::size_t& pos, char expected) {
  if (pos >= text.size() || text[pos] != expected) return false;
  ++pos;
  return true;
}

/// `T14:05:00Z` or `T14:05:00+01:00`, to the end of the text.
bool read_time(std::string_view text, std::size_t pos, Timestamp& out) {
  if (!literal(text, pos, 'T')) return false;
  const auto hour = digits(text, pos, 2);
  if (!hour || !literal(text, pos, ':')) return false;
  const auto minute = digits(text, pos, 2);
  if (!minute || !literal(text, pos, ':')) return false;
  const auto second = digits(text, pos, 2);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return false;
  out.second_of_day = *hour * 3600 + *minute * 60 + *second;
  out.precision = Precision::Second;
  if (literal(text, pos, 'Z')) return pos == text.size();
  if (pos >= text.size() || (text[pos] != '+' && text[pos] != '-')) return false;
  const int sign = text[pos++] == '-' ? -1 : 1;
  const auto offset_hour = digits(text, pos, 2);
  if (!offset_hour || !literal(text, pos, ':')) return false;
  const auto offset_minute = digits(text, pos, 2);
  if (!offset_minute || *offset_hour > 23 || *offset_minute > 59 || pos != text.size()) return false;
  out.offset_minutes = static_cast<std::int16_t>(sign * (*offset_hour * 60 + *offset_minute));
  return true;
}

}  // namespace

std::string_view to_string(Precision precision) {
  return kPrecisionNames.at(static_cast<std::size_t>(precision));
}

std::string_view to_string(DateOrigin origin) {
  return kOriginNames.at(static_cast<std::size_t>(origin));
}

std::optional<Precision> precision_from_string(std::string_view text) {
  for (std::size_t i = 0; i < kPrecisionNames.size(); ++i) {
    if (kPrecisionNames[i] == text) return static_cast<Precision>(i);
  }
  return std::nullopt;
}

std::optional<DateOrigin> date_origin_from_string(std::string_view text) {
  for (std::size_t i = 0; i < kOriginNames.size(); ++i) {
    if (kOriginNames[i] == text) return static_cast<DateOrigin>(i);
  }
  return std::nullopt;
}

bool Day::valid() const {
  return year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int Day::days_in_month(int year, int month) {
  const auto last = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::int64_t Day::days_since_epoch() const {
  const std::chrono::sys_days days = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                                     std::chrono::day{static_cast<unsigned>(day)};
  return days.time_since_epoch().count();
}

Day Day::from_days_since_epoch(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string Timestamp::to_string() const {
  std::array<char, 64> buffer{};
  switch (precision) {
    case Precision::Year:
      std::snprintf(buffer.data(), buffer.size(), "%04d", day.year);
      break;
    case Precision::Month:
      std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", day.year, day.month);
      break;
    case Precision::Day:
      std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
      break;
    case Precision::Second: {
      const int length =
          std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d:%02d", day.year, day.month, day.day,
                        second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60);
      const int offset = offset_minutes < 0 ? -offset_minutes : offset_minutes;
      if (offset == 0) {
        buffer[static_cast<std::size_t>(length)] = 'Z';
      } else {
        std::snprintf(buffer.data() + length, buffer.size() - static_cast<std::size_t>(length), "%c%02d:%02d",
                      offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
      }
      break;
    }
  }
  return buffer.data();
}

std::optional<Timestamp> Timestamp::from_string(std::string_view text) {
  Timestamp out;
  std::size_t pos = 0;
  const auto year = digits(text, pos, 4);
  if (!year) return std::nullopt;
  out.day = {*year, 1, 1};
  out.precision = Precision::Year;
  if (pos == text.size()) return out;
  if (!literal(text, pos, '-')) return std::nullopt;
  const auto month = digits(text, pos, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  out.day.month = *month;
  out.precision = Precision::Month;
  if (pos == text.size()) return out;
  if (!literal(text, pos, '-')) return std::nullopt;
  const auto day = digits(text, pos, 2);
  if (!day) return std::nullopt;
  out.day.day = *day;
  out.precision = Precision::Day;
  if (!out.day.valid()) return std::nullopt;
  if (pos == text.size()) return out;
  if (!read_time(text, pos, out)) return std::nullopt;
  return out;
}

std::int64_t Timestamp::utc_seconds() const {
  return day.days_since_epoch() * kSecondsPerDay + second_of_day - std::int64_t{offset_minutes} * 60;
}

std::optional<Timestamp> Timestamp::from_utc_seconds(std::int64_t seconds) {
  constexpr std::int64_t kFirst = -62167219200;  // 0000-01-01T00:00:00Z
  constexpr std::int64_t kLast = 253402300799;   // 9999-12-31T23:59:59Z
  if (seconds < kFirst || seconds > kLast) return std::nullopt;
  std::int64_t days = seconds / kSecondsPerDay;
  std::int64_t rest = seconds % kSecondsPerDay;
  if (rest < 0) {
    rest += kSecondsPerDay;
    --days;
  }
  Timestamp out;
  out.day = Day::from_days_since_epoch(days);
  out.second_of_day = static_cast<std::int32_t>(rest);
  out.precision = Precision::Second;
  return out;
}

}  // namespace morgue
