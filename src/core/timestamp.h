// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

/// How much of a Timestamp is known.
enum class Precision : std::uint8_t { Year, Month, Day, Second };

/// Where a publication date came from.
enum class DateOrigin : std::uint8_t { None, Declared, Url, Filename, Inferred };

std::string_view to_string(Precision precision);
std::string_view to_string(DateOrigin origin);
std::optional<Precision> precision_from_string(std::string_view text);
std::optional<DateOrigin> date_origin_from_string(std::string_view text);

/// A civil date of the proleptic Gregorian calendar, years 0 to 9999.
struct Day {
  int year = 0;
  int month = 1;
  int day = 1;
  auto operator<=>(const Day&) const = default;

  [[nodiscard]] bool valid() const;
  /// Days since 1970-01-01; negative before.
  [[nodiscard]] std::int64_t days_since_epoch() const;
  static Day from_days_since_epoch(std::int64_t days);
  static int days_in_month(int year, int month);
};

/// A point or span of time as a publisher wrote it: its own wall clock and offset, only as precise as known.
/// The day of an article is `day`, the one its publisher wrote, never the UTC one.
struct Timestamp {
  Day day;                          ///< month and day are 1 where unknown
  std::int32_t second_of_day = 0;   ///< local wall clock; 0 unless precision is Second
  std::int16_t offset_minutes = 0;  ///< east of UTC; 0 where the dump gave none
  Precision precision = Precision::Day;

  bool operator==(const Timestamp&) const = default;

  /// RFC 3339, cut to what is known: `2025`, `2025-06`, `2025-06-24`, `2025-06-24T14:05:00Z`.
  [[nodiscard]] std::string to_string() const;
  /// The inverse of to_string and nothing looser; text/date_parse.h reads what dumps contain.
  static std::optional<Timestamp> from_string(std::string_view text);

  /// Seconds since 1970-01-01T00:00:00Z at the start of the span.
  [[nodiscard]] std::int64_t utc_seconds() const;
  /// Counts in UTC, precision Second. Empty outside years 0 to 9999.
  static std::optional<Timestamp> from_utc_seconds(std::int64_t seconds);
};

}  // namespace morgue
