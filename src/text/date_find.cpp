// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_find.h"

#include "text/date_clock.h"
#include "text/date_grammar.h"
#include "text/date_scan.h"

namespace morgue::text {
namespace {

constexpr std::size_t kLongestLine = 600;

/// A number that goes on before the date (`1.24.06.2017`, `3-2017-12-31`) is something else.
bool stuck_to_number(const std::vector<DateToken>& tokens, std::size_t at) {
  if (at < 2 || tokens[at].spaced || tokens[at].kind != DateToken::Kind::Number) return false;
  const DateToken& before = tokens[at - 1];
  return before.kind == DateToken::Kind::Symbol && !before.spaced &&
         (before.symbol == '.' || before.symbol == '/' || before.symbol == '-') &&
         tokens[at - 2].kind == DateToken::Kind::Number;
}

}  // namespace

std::vector<DateInText> dates_in_text(std::string_view line, bool day_first) {
  std::vector<DateInText> found;
  if (line.find_first_of("0123456789") == std::string_view::npos) return found;
  const std::vector<DateToken> tokens = scan_date(line, kLongestLine);
  for (std::size_t at = 0; at < tokens.size();) {
    const auto match = stuck_to_number(tokens, at) ? std::nullopt : match_date(tokens, at, day_first);
    if (!match || match->precision != Precision::Day || match->next <= at) {
      ++at;
      continue;
    }
    DateInText date;
    date.when.day = match->day;
    date.when.precision = Precision::Day;
    std::size_t next = match->next;
    const auto clock = match->clock ? match->clock : read_clock(tokens, next);
    if (clock) {
      date.when.second_of_day = clock->second_of_day;
      date.when.offset_minutes = clock->offset_minutes;
      date.when.precision = Precision::Second;
      if (!match->clock) next = clock->next;
    }
    date.begin = tokens[at].begin;
    date.end = tokens[next - 1].end();
    const bool numeric = tokens[at].kind == DateToken::Kind::Number && tokens[at].raw.size() <= 2 &&
                         at + 2 < tokens.size() && tokens[at + 1].kind == DateToken::Kind::Symbol &&
                         tokens[at + 2].kind == DateToken::Kind::Number;
    date.ambiguous = numeric && tokens[at + 1].symbol != '.' && match->day.day <= 12 && match->day.month <= 12;
    found.push_back(date);
    at = next;
  }
  return found;
}

}  // namespace morgue::text
