// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <string_view>
#include <vector>

#include "text/date_parse.h"
#include "text/date_scan.h"
#include "text/date_words.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

using Kind = DateToken::Kind;

/// Words that are names of months and ordinary words at once: taken for a month only with a capital letter.
bool is_capital(const DateToken& token) {
  const char c = token.raw.front();
  return c >= 'A' && c <= 'Z';
}

bool number_in(const std::vector<DateToken>& tokens, std::size_t at, int low, int high) {
  return at < tokens.size() && tokens[at].kind == Kind::Number && tokens[at].value >= low && tokens[at].value <= high;
}

bool symbol_is(const std::vector<DateToken>& tokens, std::size_t at, char symbol) {
  return at < tokens.size() && tokens[at].kind == Kind::Symbol && tokens[at].symbol == symbol;
}

/// A year behind a date, with or without comma or `de`: then the date is a full one and says nothing about today.
bool year_follows(const std::vector<DateToken>& tokens, std::size_t at) {
  while (at < tokens.size() && (symbol_is(tokens, at, ',') || symbol_is(tokens, at, '.') || tokens[at].word == "de" ||
                                tokens[at].word == "del")) {
    ++at;
  }
  return at < tokens.size() && tokens[at].kind == Kind::Number && tokens[at].raw.size() == 4;
}

std::optional<MonthDay> valid(int month, int day) {
  if (!Day{2000, month, day}.valid()) return std::nullopt;
  return MonthDay{month, day};
}

std::optional<MonthDay> find_in(const std::vector<DateToken>& tokens) {
  constexpr int kDays = 31;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::Word) continue;
    const auto month = month_from_word(tokens[i].word);
    if (!month) continue;
    std::size_t day = i + 1;
    if (symbol_is(tokens, day, '.')) ++day;
    const bool stuck = day < tokens.size() && !tokens[day].spaced;
    if (is_capital(tokens[i]) && number_in(tokens, day, 1, kDays) && tokens[day].raw.size() <= 2 && !stuck &&
        !symbol_is(tokens, day + 1, ':') && !symbol_is(tokens, day + 1, '%')) {
      std::size_t next = day + 1;
      if (symbol_is(tokens, next, '-') && number_in(tokens, next + 1, 1, kDays)) next += 2;  // June 24-25, 2025
      if (const auto found = valid(*month, tokens[day].value); found && !year_follows(tokens, next)) return found;
      continue;
    }
    std::size_t before = i;
    while (before > 0 &&
           (tokens[before - 1].word == "de" || tokens[before - 1].word == "of" || symbol_is(tokens, before - 1, '.'))) {
      --before;
    }
    if (before == 0 || year_follows(tokens, i + 1)) continue;
    std::size_t number = before - 1;
    const std::string& ending = tokens[number].word;
    if (number > 0 && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th" || ending == "er"))
      --number;
    // `may` and `march` as verbs never have a day before them that is theirs: `the 24 may leave`.
    const bool verb = !is_capital(tokens[i]) && (tokens[i].word == "may" || tokens[i].word == "march");
    if (verb || !number_in(tokens, number, 1, kDays) || tokens[number].raw.size() > 2) continue;
    if (const auto found = valid(*month, tokens[number].value)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MonthDay> find_month_day(std::string_view sentence) {
  // The scanner reads short texts: go through a long sentence in overlapping windows that begin at blanks.
  constexpr std::size_t kStep = 100;
  for (std::size_t begin = 0; begin < sentence.size();) {
    if (const auto found = find_in(scan_date(sentence.substr(begin)))) return found;
    if (begin + kStep >= sentence.size()) break;
    const std::size_t blank = sentence.find(' ', begin + kStep);
    if (blank == std::string_view::npos) break;
    begin = blank + 1;
  }
  return std::nullopt;
}

}  // namespace morgue::text
