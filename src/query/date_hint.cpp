// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/date_hint.h"

#include <array>
#include <charconv>
#include <optional>

#include "core/timestamp.h"

namespace morgue::query {
namespace {

constexpr std::string_view kForms =
    "write 2025, 2025-06, 2025-06-24, a range such as 2024-11..2025-02, ..1899 or 2020.., or none, today, yesterday, "
    "7d, 2w, 3m, 1y, last-week, last-month, last-year";

/// Up to three numbers with one sign between each, e.g. `2025/6/4`.
struct Numbers {
  std::array<int, 3> value{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
};

std::optional<Numbers> read_numbers(std::string_view text) {
  Numbers numbers;
  for (std::size_t pos = 0; numbers.count < numbers.value.size();) {
    const char* const begin = text.data() + pos;
    const char* const limit = text.data() + text.size();
    if (begin == limit || *begin == '-') return std::nullopt;
    const auto [end, error] = std::from_chars(begin, limit, numbers.value.at(numbers.count));
    if (error != std::errc{}) return std::nullopt;
    numbers.digits.at(numbers.count++) = static_cast<std::size_t>(end - begin);
    if (end == limit) return numbers;
    if (std::string_view("-/.").find(*end) == std::string_view::npos) return std::nullopt;
    pos = static_cast<std::size_t>(end - text.data()) + 1;
  }
  return std::nullopt;
}

std::string did_you_mean(std::string_view text) {
  return "did you mean " + std::string(text) + "?";
}

std::string meant(const Numbers& numbers, std::string_view text) {
  const auto [first, second, third] = numbers.value;
  if (numbers.count == 1 && numbers.digits[0] == 8) {
    const Day day{first / 10'000, first / 100 % 100, first % 100};
    return day.valid() ? did_you_mean(Timestamp{day}.to_string()) : std::string();
  }
  if (numbers.count == 1 || numbers.digits[0] != 4) return {};
  if (numbers.count == 2 && numbers.digits[1] == 4) {
    const std::string range = std::string(text.substr(0, 4)) + ".." + std::string(text.substr(5));
    return first <= second ? did_you_mean(range) : std::string();
  }
  const bool has_day = numbers.count == 3;
  const Day day{first, second, has_day ? third : 1};
  if (!day.valid()) return {};
  return did_you_mean(Timestamp{day, 0, 0, has_day ? Precision::Day : Precision::Month}.to_string());
}

}  // namespace

std::string date_hint(std::string_view value) {
  if (const auto numbers = read_numbers(value)) {
    if (std::string hint = meant(*numbers, value); !hint.empty()) return hint;
  }
  if (value.size() == 5 && value.ends_with("0s") && read_numbers(value.substr(0, 4))) {
    const std::string_view decade = value.substr(0, 3);
    return did_you_mean(std::string(decade) + "0.." + std::string(decade) + "9");
  }
  if (value.find_first_of("<>") != std::string_view::npos) {
    return "write 2020.. for 2020 and later, ..1899 for 1899 and before";
  }
  return std::string(kForms);
}

}  // namespace morgue::query
