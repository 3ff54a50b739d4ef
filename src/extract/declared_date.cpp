// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/declared_date.h"

#include <algorithm>
#include <string_view>

#include "text/date_parse.h"

namespace morgue::extract {
namespace {

/// A short number (0, -1, 17) is a flag or a day of the month far more often than a moment of early 1970.
bool counts_since_1970(std::string_view number) {
  const std::size_t begin = number.find_first_not_of(" \t-+");
  if (begin == std::string_view::npos) return false;
  const std::size_t end = std::min(number.find_first_not_of("0123456789", begin), number.size());
  constexpr std::size_t kFewestDigits = 8;
  return end - begin >= kFewestDigits || number.find_first_of("eE", end) != std::string_view::npos;
}

/// The number in `/Date(1525925890229+0200)/`, which is how .NET writes a moment as JSON; anything else as it is.
std::string_view moment_number(std::string_view value) {
  constexpr std::string_view kOpening = "/Date(";
  if (!value.starts_with(kOpening)) return value;
  value.remove_prefix(kOpening.size());
  return value.substr(0, value.find_first_not_of("-0123456789"));
}

}  // namespace

std::optional<Timestamp> declared_date(const std::vector<std::vector<const Field*>>& places, bool day_first) {
  for (const auto& values : places) {
    for (const Field* field : values) {
      if (auto date = text::parse_date(field->value, day_first)) return date;
      const std::string_view number = moment_number(field->value);
      if (!counts_since_1970(number)) continue;
      if (auto date = text::parse_epoch(number)) return date;
    }
  }
  return std::nullopt;
}

}  // namespace morgue::extract
