// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_grammar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "text/date_words.h"

namespace morgue::text {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

bool symbol_at(const Tokens& tokens, std::size_t at, std::string_view symbols) {
  return at < tokens.size() && tokens[at].kind == Kind::Symbol && tokens[at].symbol != 0 &&
         symbols.find(tokens[at].symbol) != std::string_view::npos;
}

bool word_at(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].kind == Kind::Word && tokens[at].word == word;
}

bool digits_at(const Tokens& tokens, std::size_t at, std::size_t min, std::size_t max) {
  return at < tokens.size() && tokens[at].kind == Kind::Number && tokens[at].raw.size() >= min &&
         tokens[at].raw.size() <= max;
}

std::optional<int> month_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind != Kind::Word) return std::nullopt;
  return month_from_word(tokens[at].word);
}

/// Words and signs between the parts of a written date: `31st of December, 2017`, `31 de diciembre de 2017`.
std::size_t skip_joints(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 12> kJoints = {"m", "metu", "nam", "of", "de",   "del",
                                                        "d", "den",  "r",   "g",  "year", "the"};
  while (at < tokens.size()) {
    const DateToken& token = tokens[at];
    const bool joint =
        token.kind == Kind::Word && std::find(kJoints.begin(), kJoints.end(), token.word) != kJoints.end();
    if (!joint && !symbol_at(tokens, at, ".,-/'")) break;
    ++at;
  }
  return at;
}

/// `1st`, `1er`, `1º`, `1:a`: moves past the ending of an ordinal.
std::size_t skip_ordinal(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 10> kEndings = {"st", "nd", "rd", "th", "er", "re", "ro", "o", "e", "\u00ba"};
  if (at < tokens.size() && !tokens[at].spaced &&
      (tokens[at].raw == "\u00ba" || tokens[at].raw == "\u00b0" ||
       (tokens[at].kind == Kind::Word &&
        std::find(kEndings.begin(), kEndings.end(), tokens[at].word) != kEndings.end()))) {
    return at + 1;
  }
  return at;
}

/// Thai pages count from the Buddha: no news is of the 25th century.
int christian_year(int year) {
  constexpr int kBuddhistEra = 543;
  return year > 2400 && year < 2700 ? year - kBuddhistEra : year;
}

int full_year(const DateToken& token) {
  if (token.raw.size() == 4) return christian_year(token.value);
  return token.value + (token.value < 70 ? 2000 : 1900);
}

std::optional<DateMatch> checked(Day day, Precision precision, std::size_t next) {
  if (!day.valid()) return std::nullopt;
  return DateMatch{day, precision, next, std::nullopt};
}

/// 20171231, 201712311405 and 20171231140507.
std::optional<DateMatch> compact(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind != Kind::Number) return std::nullopt;
  const std::string_view raw = tokens[at].raw;
  if (raw.size() != 8 && raw.size() != 12 && raw.size() != 14) return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t size) {
    int value = 0;
    std::from_chars(raw.data() + from, raw.data() + from + size, value);
    return value;
  };
  const int year = part(0, 4);
  if (year < 1000 || year > 2199) return std::nullopt;
  auto found = checked({year, part(4, 2), part(6, 2)}, Precision::Day, at + 1);
  if (!found) return std::nullopt;
  std::string_view clock = raw.substr(8);
  std::size_t next = at + 1;
  if (clock.empty() && word_at(tokens, next, "t") &&
      (digits_at(tokens, next + 1, 4, 4) || digits_at(tokens, next + 1, 6, 6))) {
    clock = tokens[next + 1].raw;
    next += 2;
  }
  if (clock.empty()) return found;
  int number = 0;
  std::from_chars(clock.data(), clock.data() + clock.size(), number);
  if (clock.size() == 4) number *= 100;
  if (number / 10000 > 23 || number / 100 % 100 > 59 || number % 100 > 59) return found;
  ClockTime time;
  time.second_of_day = number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100;
  time.offset_minutes = static_cast<std::int16_t>(read_zone(tokens, next));
  time.next = next;
  found->next = next;
  found->clock = time;
  return found;
}

/// 令和7年1月13日: years of an emperor's reign.
std::optional<DateMatch> japanese_era(const Tokens& tokens, std::size_t at) {
  struct Era {
    std::string_view first;
    std::string_view second;
    int before;  ///< the year before its first
  };
  constexpr std::array<Era, 4> kEras = {
      {{"\u4ee4", "\u548c", 2018}, {"\u5e73", "\u6210", 1988}, {"\u662d", "\u548c", 1925}, {"\u5927", "\u6b63", 1911}}};
  for (const Era& era : kEras) {
    if (!word_at(tokens, at, era.first) || !word_at(tokens, at + 1, era.second)) continue;
    const bool parts = digits_at(tokens, at + 2, 1, 2) && word_at(tokens, at + 3, "\u5e74") &&
                       digits_at(tokens, at + 4, 1, 2) && word_at(tokens, at + 5, "\u6708") &&
                       digits_at(tokens, at + 6, 1, 2) && word_at(tokens, at + 7, "\u65e5");
    if (!parts) return std::nullopt;
    return checked({era.before + tokens[at + 2].value, tokens[at + 4].value, tokens[at + 6].value}, Precision::Day,
                   at + 8);
  }
  return std::nullopt;
}

/// 24 tháng 6, 2025; 24 tháng 6 năm 2025.
std::optional<DateMatch> vietnamese(const Tokens& tokens, std::size_t at) {
  if (!digits_at(tokens, at, 1, 2) || !word_at(tokens, at + 1, "thang") || !digits_at(tokens, at + 2, 1, 2)) {
    return std::nullopt;
  }
  const std::size_t year = skip_joints(tokens, at + 3);
  if (!digits_at(tokens, year, 4, 4)) return std::nullopt;
  return checked({tokens[year].value, tokens[at + 2].value, tokens[at].value}, Precision::Day, year + 1);
}

/// 2017年12月31日 and 2017년 12월 31일, to the year, month or day.
std::optional<DateMatch> ideographic(const Tokens& tokens, std::size_t at) {
  if (!digits_at(tokens, at, 4, 4) || !(word_at(tokens, at + 1, "\u5e74") || word_at(tokens, at + 1, "\ub144"))) {
    return std::nullopt;
  }
  Day day{tokens[at].value, 1, 1};
  at += 2;
  if (!digits_at(tokens, at, 1, 2) || !(word_at(tokens, at + 1, "\u6708") || word_at(tokens, at + 1, "\uc6d4"))) {
    return checked(day, Precision::Year, at);
  }
  day.month = tokens[at].value;
  at += 2;
  const bool has_day =
      digits_at(tokens, at, 1, 2) &&
      (word_at(tokens, at + 1, "\u65e5") || word_at(tokens, at + 1, "\u53f7") || word_at(tokens, at + 1, "\uc77c"));
  if (!has_day) return checked(day, Precision::Month, at);
  day.day = tokens[at].value;
  return checked(day, Precision::Day, at + 2);
}

/// 2017, 2017-12, 2017-12-31, 2017/12/31, 2017.12.31., 2017-Dec-31, 2017 December 31.
std::optional<DateMatch> year_first(const Tokens& tokens, std::size_t at) {
  if (!digits_at(tokens, at, 4, 4)) return std::nullopt;
  const int year = tokens[at].value;
  const std::size_t after = at + 1;
  const std::size_t named = skip_joints(tokens, after);
  if (const auto month = month_at(tokens, named)) {
    const std::size_t day = skip_joints(tokens, named + 1);
    if (!digits_at(tokens, day, 1, 2)) return checked({year, *month, 1}, Precision::Month, named + 1);
    return checked({year, *month, tokens[day].value}, Precision::Day, day + 1);
  }
  if (!symbol_at(tokens, after, "-/.") || !digits_at(tokens, after + 1, 1, 2)) {
    if (year < 1000 || year > 2199) return std::nullopt;
    return checked({year, 1, 1}, Precision::Year, after);
  }
  const char separator = tokens[after].symbol;
  const int month = tokens[after + 1].value;
  if (tokens[after + 2 < tokens.size() ? after + 2 : after].symbol == separator &&
      symbol_at(tokens, after + 2, "-/.") && digits_at(tokens, after + 3, 1, 2)) {
    std::size_t next = after + 4;
    if (separator == '.' && symbol_at(tokens, next, ".")) ++next;
    return checked({year, month, tokens[after + 3].value}, Precision::Day, next);
  }
  return checked({year, month, 1}, Precision::Month, after + 2);
}

/// 31 December 2017, 26-FEB-1987, 1er janvier 2017, 19-Feb-18.
std::optional<DateMatch> day_month_name(const Tokens& tokens, std::size_t at) {
  if (!digits_at(tokens, at, 1, 2)) return std::nullopt;
  const std::size_t name = skip_joints(tokens, skip_ordinal(tokens, at + 1));
  const auto month = month_at(tokens, name);
  if (!month) return std::nullopt;
  const std::size_t year = skip_joints(tokens, name + 1);
  if (!digits_at(tokens, year, 4, 4) && !digits_at(tokens, year, 2, 2)) return std::nullopt;
  if (symbol_at(tokens, year + 1, ":")) return std::nullopt;  // an hour, not a year
  return checked({full_year(tokens[year]), *month, tokens[at].value}, Precision::Day, year + 1);
}

/// December 31, 2017; December 31st 2017; December 2017; Dec 31 14:05:00 CET 2017.
std::optional<DateMatch> month_name_first(const Tokens& tokens, std::size_t at) {
  const auto month = month_at(tokens, at);
  if (!month) return std::nullopt;
  const std::size_t first = skip_joints(tokens, at + 1);
  if (digits_at(tokens, first, 4, 4))
    return checked({full_year(tokens[first]), *month, 1}, Precision::Month, first + 1);
  if (!digits_at(tokens, first, 1, 2)) return std::nullopt;
  const int day = tokens[first].value;
  const std::size_t year = skip_joints(tokens, skip_ordinal(tokens, first + 1));
  if (digits_at(tokens, year, 4, 4)) return checked({full_year(tokens[year]), *month, day}, Precision::Day, year + 1);
  const auto clock = read_clock(tokens, skip_ordinal(tokens, first + 1));
  if (!clock) return std::nullopt;
  const std::size_t last = skip_joints(tokens, clock->next);
  if (!digits_at(tokens, last, 4, 4)) return std::nullopt;
  auto found = checked({tokens[last].value, *month, day}, Precision::Day, last + 1);
  if (found) found->clock = clock;
  return found;
}

/// 31.12.2017, 31/12/2017, 12/31/2017, 31-12-2017 and with a year of two digits (but not with hyphens).
std::optional<DateMatch> numeric(const Tokens& tokens, std::size_t at, bool day_first) {
  if (!digits_at(tokens, at, 1, 2) || !symbol_at(tokens, at + 1, "./-")) return std::nullopt;
  const char separator = tokens[at + 1].symbol;
  if (!digits_at(tokens, at + 2, 1, 2) || !symbol_at(tokens, at + 3, std::string_view(&separator, 1))) {
    if (separator != '-' && digits_at(tokens, at + 2, 4, 4)) {
      return checked({tokens[at + 2].value, tokens[at].value, 1}, Precision::Month, at + 3);
    }
    return std::nullopt;
  }
  const bool long_year = digits_at(tokens, at + 4, 4, 4);
  if (!long_year && (separator == '-' || !digits_at(tokens, at + 4, 2, 2))) return std::nullopt;
  if (symbol_at(tokens, at + 5, ":")) return std::nullopt;
  const int first = tokens[at].value;
  const int second = tokens[at + 2].value;
  const bool swap = separator != '.' && first <= 12 && (second > 12 || !day_first);
  const int year = full_year(tokens[at + 4]);
  return checked(swap ? Day{year, first, second} : Day{year, second, first}, Precision::Day, at + 5);
}

}  // namespace

std::optional<DateMatch> match_date(const std::vector<DateToken>& tokens, std::size_t at, bool day_first) {
  if (auto found = compact(tokens, at)) return found;
  if (auto found = ideographic(tokens, at)) return found;
  if (auto found = japanese_era(tokens, at)) return found;
  if (auto found = vietnamese(tokens, at)) return found;
  if (auto found = day_month_name(tokens, at)) return found;
  if (auto found = month_name_first(tokens, at)) return found;
  if (auto found = numeric(tokens, at, day_first)) return found;
  return year_first(tokens, at);
}

}  // namespace morgue::text
