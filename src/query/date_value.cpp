// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/date_value.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "query/date_hint.h"
#include "query/token.h"

namespace morgue::query {
namespace {

constexpr Day kFirstDay = {0, 1, 1};
constexpr Day kLastDay = {9999, 12, 31};

/// The days that one date stands for.
struct Days {
  Day from;
  Day to;
  bool so_many = false;  ///< `7d`: counted back from today
};

template <typename T>
using Result = std::variant<T, Problem>;

Problem no_date(std::string_view value, const std::string& why, std::string hint) {
  return {{0, value.size()}, shown(value) + " is not a date" + (why.empty() ? "" : ": " + why), std::move(hint)};
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
  return value;
}

bool has_shape(std::string_view value, std::string_view shape) {
  return std::equal(value.begin(), value.end(), shape.begin(), shape.end(),
                    [](char c, char s) { return s == '0' ? c >= '0' && c <= '9' : c == s; });
}

std::string text_of(const Day& day, Precision precision) {
  return Timestamp{day, 0, 0, precision}.to_string();
}

/// 2025, 2025-06 or 2025-06-24.
Result<Days> read_civil(std::string_view value) {
  const int year = number(value.substr(0, 4)).value_or(0);
  if (value.size() == 4) return Days{{year, 1, 1}, {year, 12, 31}};
  const int month = number(value.substr(5, 2)).value_or(0);
  if (month < 1 || month > 12) {
    const std::string whole = text_of({year, 1, 1}, Precision::Year);
    return no_date(value, "there is no month " + std::string(value.substr(5, 2)),
                   "write " + whole + "-01 to " + whole + "-12, or " + whole + " for the whole year");
  }
  const int last = Day::days_in_month(year, month);
  if (value.size() == 7) return Days{{year, month, 1}, {year, month, last}};
  const int day = number(value.substr(8, 2)).value_or(0);
  if (day < 1 || day > last) {
    const std::string whole = text_of({year, month, 1}, Precision::Month);
    return no_date(value, whole + " has the days 1 to " + std::to_string(last),
                   "write one of them, or " + whole + " for the whole month");
  }
  return Days{{year, month, day}, {year, month, day}};
}

/// The same day `count` months earlier, or the last of that month.
std::optional<Day> months_before(const Day& day, std::int64_t count) {
  const std::int64_t month = std::int64_t{day.year} * 12 + day.month - 1 - count;
  if (month < 0) return std::nullopt;
  const int year = static_cast<int>(month / 12);
  const int in_year = static_cast<int>(month % 12) + 1;
  return Day{year, in_year, std::min(day.day, Day::days_in_month(year, in_year))};
}

std::optional<Day> days_after(const Day& day, std::int64_t count) {
  const std::int64_t at = day.days_since_epoch() + count;
  if (at < kFirstDay.days_since_epoch() || at > kLastDay.days_since_epoch()) return std::nullopt;
  return Day::from_days_since_epoch(at);
}

/// `7d`, `2w`, `3m`, `1y`: so many whole days, weeks, months or years that end today.
Result<Days> read_so_many(std::string_view value, Day today) {
  const auto count = number(value.substr(0, value.size() - 1));
  if (count == 0) return no_date(value, "it counts from 1", "write 1d for today");
  std::optional<Day> from;
  if (count && (value.back() == 'd' || value.back() == 'w')) {
    from = days_after(today, 1 - std::int64_t{*count} * (value.back() == 'w' ? 7 : 1));
  } else if (count) {
    from = months_before(today, std::int64_t{*count} * (value.back() == 'y' ? 12 : 1));
    if (from) from = days_after(*from, 1);
  }
  if (!from) return no_date(value, "it goes back beyond the year 0", "write a smaller number");
  return Days{*from, today, true};
}

std::optional<Days> read_named(std::string_view value, Day today) {
  const std::int64_t now = today.days_since_epoch();
  if (value == "today") return Days{today, today};
  if (value == "yesterday") {
    const Day day = days_after(today, -1).value_or(today);
    return Days{day, day};
  }
  if (value == "last-week") {
    // 1970-01-01 was a Thursday; weeks begin on Monday.
    const std::int64_t since_monday = ((now + 3) % 7 + 7) % 7;
    return Days{days_after(today, -since_monday - 7).value_or(kFirstDay),
                days_after(today, -since_monday - 1).value_or(kFirstDay)};
  }
  if (value == "last-month") {
    const Day month = months_before({today.year, today.month, 1}, 1).value_or(kFirstDay);
    return Days{month, {month.year, month.month, Day::days_in_month(month.year, month.month)}};
  }
  if (value == "last-year") {
    const int year = std::max(today.year - 1, 0);
    return Days{{year, 1, 1}, {year, 12, 31}};
  }
  return std::nullopt;
}

/// One date, without a range.
Result<Days> read_one(std::string_view text, Day today) {
  const std::string value = ascii_lower(text);
  if (has_shape(value, "0000") || has_shape(value, "0000-00") || has_shape(value, "0000-00-00")) {
    return read_civil(value);
  }
  if (const auto named = read_named(value, today)) return *named;
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  if (digits > 0 && digits + 1 == value.size() &&
      std::string_view("dwmy").find(value.back()) != std::string_view::npos) {
    return read_so_many(value, today);
  }
  return no_date(text, {}, date_hint(text));
}

Node range_node(std::optional<Day> from, std::optional<Day> to) {
  return {DateRange{FieldId::Date, from, to}, {}};
}

Problem shifted(Problem problem, std::size_t by) {
  problem.span.begin += by;
  problem.span.end += by;
  return problem;
}

Result<Node> read_range(std::string_view value, std::size_t dots, Day today) {
  const std::string_view left = value.substr(0, dots);
  const std::string_view right = value.substr(dots + 2);
  if (left.empty() && right.empty()) {
    return Problem{{0, value.size()}, "a range without ends", "write 2020.. or ..1899, or * for any date"};
  }
  std::optional<Day> from;
  std::optional<Day> to;
  if (!left.empty()) {
    const auto days = read_one(left, today);
    if (const auto* problem = std::get_if<Problem>(&days)) return *problem;
    from = std::get<Days>(days).from;
  }
  if (!right.empty()) {
    const auto days = read_one(right, today);
    if (const auto* problem = std::get_if<Problem>(&days)) return shifted(*problem, dots + 2);
    if (std::get<Days>(days).so_many) {
      return shifted(
          {{0, right.size()}, shown(right) + " always ends today, so it cannot end a range", "write a date there"},
          dots + 2);
    }
    to = std::get<Days>(days).to;
  }
  if (from && to && *to < *from) {
    return Problem{{0, value.size()},
                   "the range " + shown(value) + " ends before it begins",
                   "did you mean " + std::string(right) + ".." + std::string(left) + "?"};
  }
  return range_node(from, to);
}

}  // namespace

std::variant<Node, Problem> read_date(std::string_view value, Day today) {
  if (ascii_lower(value) == "none") return Node{Undated{}, {}};
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) return read_range(value, dots, today);
  const auto days = read_one(value, today);
  if (const auto* problem = std::get_if<Problem>(&days)) return *problem;
  return range_node(std::get<Days>(days).from, std::get<Days>(days).to);
}

std::variant<Node, Problem> read_date_bound(Shorthand bound, std::string_view value, Day today) {
  const bool before = bound == Shorthand::Before;
  const Span all{0, value.size()};
  if (value.find("..") != std::string_view::npos || ascii_lower(value) == "none") {
    return Problem{all, std::string(before ? "before:" : "after:") + " takes one date",
                   "write date:" + std::string(value)};
  }
  const auto result = read_one(value, today);
  if (const auto* problem = std::get_if<Problem>(&result)) return *problem;
  const Days days = std::get<Days>(result);
  if (!before && days.so_many) {
    return Problem{all, shown(value) + " ends today, so nothing comes after it",
                   "for the last so many days, weeks, months or years write date:" + std::string(value)};
  }
  const auto edge = before ? days_after(days.from, -1) : days_after(days.to, 1);
  if (!edge) return Problem{all, "years go from 0000 to 9999", "leave this out"};
  return before ? range_node(std::nullopt, edge) : range_node(edge, std::nullopt);
}

std::string print_date(const DateRange& range) {
  const Day from = range.from.value_or(kFirstDay);
  const Day to = range.to.value_or(kLastDay);
  const bool months = from.day == 1 && to.day == Day::days_in_month(to.year, to.month);
  const bool years = months && from.month == 1 && to.month == 12;
  const Precision precision = years ? Precision::Year : months ? Precision::Month : Precision::Day;
  const std::string left = range.from ? text_of(from, precision) : "";
  const std::string right = range.to ? text_of(to, precision) : "";
  return range.from && range.to && left == right ? left : left + ".." + right;
}

}  // namespace morgue::query
