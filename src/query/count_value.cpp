// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/count_value.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace morgue::query {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string hint_for(std::string_view value) {
  std::string digits;
  bool grouped =
      !value.empty() && is_digit(value.front()) && is_digit(value.back()) && value.find("..") == std::string_view::npos;
  for (const char c : value) {
    if (is_digit(c)) digits += c;
    grouped = grouped && (is_digit(c) || c == ',' || c == '.');
  }
  if (grouped && digits.size() > 3 && digits.size() < 10) return "did you mean " + digits + "?";
  const std::size_t hyphen = value.find('-');
  if (hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < value.size() &&
      std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || c == '-'; })) {
    return "did you mean " + std::string(value.substr(0, hyphen)) + ".." + std::string(value.substr(hyphen + 1)) + "?";
  }
  return "write 300, >300, >=300, <300, <=300 or a range such as 200..500";
}

std::variant<std::int64_t, Problem> read_number(std::string_view digits, std::size_t at) {
  const Span span{at, at + digits.size()};
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return Problem{span, shown(digits) + " is not a number", hint_for(digits)};
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || number == kMost) {
    return Problem{span, shown(digits) + " is too large a number", "no article is that long; leave it out"};
  }
  return number;
}

Node node_of(FieldId field, std::optional<std::int64_t> from, std::optional<std::int64_t> to) {
  return {NumberRange{field, from, to}, {}};
}

std::variant<Node, Problem> read_range(std::string_view value, std::size_t dots, FieldId field) {
  NumberRange range{field, {}, {}};
  const std::string_view left = value.substr(0, dots);
  const std::string_view right = value.substr(dots + 2);
  if (left.empty() && right.empty()) {
    return Problem{{0, value.size()}, "a range without ends", "write 200..500, 200.. or ..500"};
  }
  if (!left.empty()) {
    auto number = read_number(left, 0);
    if (auto* problem = std::get_if<Problem>(&number)) return std::move(*problem);
    range.from = std::get<std::int64_t>(number);
  }
  if (!right.empty()) {
    auto number = read_number(right, dots + 2);
    if (auto* problem = std::get_if<Problem>(&number)) return std::move(*problem);
    range.to = std::get<std::int64_t>(number);
  }
  if (range.from && range.to && *range.to < *range.from) {
    return Problem{{0, value.size()},
                   "the range " + shown(value) + " ends before it begins",
                   "did you mean " + std::string(right) + ".." + std::string(left) + "?"};
  }
  return Node{range, {}};
}

}  // namespace

std::variant<Node, Problem> read_count(std::string_view value, FieldId field, bool exact) {
  const std::size_t dots = exact ? std::string_view::npos : value.find("..");
  if (dots != std::string_view::npos) return read_range(value, dots, field);
  std::size_t sign = 0;
  if (!exact && (value.starts_with('<') || value.starts_with('>'))) sign = value.substr(1).starts_with('=') ? 2 : 1;
  if (sign == value.size()) {
    return Problem{{0, sign},
                   "no number after " + shown(value),
                   "write it directly after the sign: " + std::string(value) + "300"};
  }
  auto result = read_number(value.substr(sign), sign);
  if (auto* problem = std::get_if<Problem>(&result)) return std::move(*problem);
  const std::int64_t number = std::get<std::int64_t>(result);
  const bool strict = sign == 1;
  if (value.starts_with('>')) return node_of(field, strict ? number + 1 : number, std::nullopt);
  if (!value.starts_with('<')) return node_of(field, number, number);
  if (strict && number == 0) {
    return Problem{{0, value.size()}, "no number is less than 0", "write 0 for articles without a body"};
  }
  return node_of(field, std::nullopt, strict ? number - 1 : number);
}

}  // namespace morgue::query
