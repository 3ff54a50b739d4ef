// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_dates.h"

#include <algorithm>

#include "text/date_scan.h"
#include "text/date_words.h"

namespace morgue::extract {
namespace {

using text::DateToken;
using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

bool is_symbol(const Tokens& tokens, std::size_t at, char symbol) {
  return at < tokens.size() && tokens[at].kind == Kind::Symbol && tokens[at].symbol == symbol;
}

bool is_word(const Tokens& tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  return at < tokens.size() && tokens[at].kind == Kind::Word &&
         std::ranges::find(words, tokens[at].word) != words.end();
}

std::optional<int> number_at(const Tokens& tokens, std::size_t at, std::size_t digits, int low, int high) {
  if (at >= tokens.size() || tokens[at].kind != Kind::Number || tokens[at].raw.size() > digits) return std::nullopt;
  if (tokens[at].value < low || tokens[at].value > high) return std::nullopt;
  return tokens[at].value;
}

std::optional<int> year_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].raw.size() != 4) return std::nullopt;
  return number_at(tokens, at, 4, 1600, 2199);
}

std::size_t skip_ordinal(const Tokens& tokens, std::size_t at) {
  const bool stuck = at < tokens.size() && !tokens[at].spaced;
  return stuck && is_word(tokens, at, {"st", "nd", "rd", "th", "er", "re"}) ? at + 1 : at;
}

bool is_capital(const DateToken& token) {
  const auto c = static_cast<unsigned char>(token.raw.front());
  return (c >= 'A' && c <= 'Z') || c >= 0x80;
}

std::optional<DateMention> sound(std::optional<int> year, int month, std::optional<int> day, const Tokens& tokens,
                                 std::size_t first, std::size_t next) {
  constexpr int kAnyLeapYear = 2000;
  if (!Day{year.value_or(kAnyLeapYear), month, day.value_or(1)}.valid()) return std::nullopt;
  DateMention out;
  out.year = year;
  out.month = month;
  out.day = day;
  out.begin = tokens[first].begin;
  out.end = tokens[next - 1].end();
  return out;
}

/// `June 24`, `June 24-25, 2025`, `June 24th`, `Dec. 2024`, at the name of the month.
std::optional<DateMention> month_first(const Tokens& tokens, std::size_t at, int month, std::size_t& next) {
  if (!is_capital(tokens[at])) return std::nullopt;
  std::size_t pos = at + 1;
  if (is_symbol(tokens, pos, '.')) ++pos;
  if (const auto year = year_at(tokens, pos)) {
    next = pos + 1;
    return sound(year, month, std::nullopt, tokens, at, next);
  }
  if (pos < tokens.size() && !tokens[pos].spaced && !is_symbol(tokens, at + 1, '.')) return std::nullopt;
  const auto day = number_at(tokens, pos, 2, 1, 31);
  if (!day || is_symbol(tokens, pos + 1, ':') || is_symbol(tokens, pos + 1, '%')) return std::nullopt;
  pos = skip_ordinal(tokens, pos + 1);
  next = pos;
  std::size_t behind = pos;
  const bool dash = behind < tokens.size() && (is_symbol(tokens, behind, '-') || tokens[behind].raw == "\xE2\x80\x93");
  if (dash && number_at(tokens, behind + 1, 2, 1, 31)) behind += 2;
  if (is_symbol(tokens, behind, ',')) ++behind;
  const auto year = year_at(tokens, behind);
  if (year) next = behind + 1;
  return sound(year, month, day, tokens, at, next);
}

/// `24 June 2025`, `24. Juni`, `24th of June`, `24 de junio de 2025`, at the day.
std::optional<DateMention> day_first(const Tokens& tokens, std::size_t at, std::size_t& next) {
  const auto day = number_at(tokens, at, 2, 1, 31);
  if (!day) return std::nullopt;
  std::size_t pos = skip_ordinal(tokens, at + 1);
  if (is_symbol(tokens, pos, '.')) ++pos;
  if (is_word(tokens, pos, {"of", "de"})) ++pos;
  if (pos >= tokens.size() || tokens[pos].kind != Kind::Word) return std::nullopt;
  const auto month = text::month_from_word(tokens[pos].word);
  const bool verb = !is_capital(tokens[pos]) && is_word(tokens, pos, {"may", "march", "mars", "set", "mar"});
  if (!month || verb || tokens[pos].raw.size() < 3 || !tokens[pos].spaced) return std::nullopt;
  next = pos + 1;
  std::size_t behind = next;
  if (is_symbol(tokens, behind, '.') || is_symbol(tokens, behind, ',')) ++behind;
  if (is_word(tokens, behind, {"de", "del"})) ++behind;
  const auto year = year_at(tokens, behind);
  if (year) next = behind + 1;
  return sound(year, *month, day, tokens, at, next);
}

/// `24.06.2025`, `6/24/2025`, `2025-06-24`.
std::optional<DateMention> numeric(const Tokens& tokens, std::size_t at, std::size_t& next) {
  if (at + 4 >= tokens.size() || tokens[at + 1].kind != Kind::Symbol) return std::nullopt;
  const char sign = tokens[at + 1].symbol;
  if ((sign != '.' && sign != '/' && sign != '-') || !is_symbol(tokens, at + 3, sign)) return std::nullopt;
  next = at + 5;
  const bool goes_on = at + 6 < tokens.size() && is_symbol(tokens, next, sign) && !tokens[next].spaced &&
                       tokens[at + 6].kind == Kind::Number && !tokens[at + 6].spaced;
  if (goes_on) return std::nullopt;  // a version, an address
  if (const auto year = year_at(tokens, at)) {
    const auto month = number_at(tokens, at + 2, 2, 1, 12);
    const auto day = number_at(tokens, at + 4, 2, 1, 31);
    return month && day ? sound(year, *month, day, tokens, at, next) : std::nullopt;
  }
  const auto first = number_at(tokens, at, 2, 1, 31);
  const auto second = number_at(tokens, at + 2, 2, 1, 31);
  const auto year = year_at(tokens, at + 4);
  if (!first || !second || !year) return std::nullopt;
  const bool month_leads = sign == '/' && *second > 12;
  auto out =
      month_leads ? sound(year, *first, second, tokens, at, next) : sound(year, *second, first, tokens, at, next);
  if (out) out->ambiguous = sign == '/' && *first <= 12 && *second <= 12 && *first != *second;
  return out;
}

/// `2025年6月24日`, `6月24日`.
std::optional<DateMention> ideographic(const Tokens& tokens, std::size_t at, std::size_t& next) {
  std::size_t pos = at;
  std::optional<int> year;
  if (at + 1 < tokens.size() && (tokens[at + 1].raw == "\u5e74" || tokens[at + 1].raw == "\ub144")) {
    year = year_at(tokens, at);
    pos += 2;
  }
  const auto month = number_at(tokens, pos, 2, 1, 12);
  if (!month || pos + 3 >= tokens.size() || (tokens[pos + 1].raw != "\u6708" && tokens[pos + 1].raw != "\uc6d4")) {
    return std::nullopt;
  }
  const auto day = number_at(tokens, pos + 2, 2, 1, 31);
  if (!day || (tokens[pos + 3].raw != "\u65e5" && tokens[pos + 3].raw != "\uc77c")) return std::nullopt;
  next = pos + 4;
  return sound(year, *month, day, tokens, at, next);
}

std::optional<DateMention> mention_at(const Tokens& tokens, std::size_t at, std::size_t& next) {
  if (tokens[at].kind == Kind::Word) {
    const auto month = text::month_from_word(tokens[at].word);
    return month && tokens[at].raw.size() >= 3 ? month_first(tokens, at, *month, next) : std::nullopt;
  }
  if (tokens[at].kind != Kind::Number) return std::nullopt;
  const bool behind_word = at > 1 && tokens[at - 2].kind == Kind::Word;  // `Madrid-29/05/2025`
  if (at > 0 && !behind_word && !tokens[at].spaced && tokens[at - 1].kind == Kind::Symbol &&
      tokens[at - 1].symbol != '(' && tokens[at - 1].symbol != 0) {
    return std::nullopt;  // the rest of a larger number
  }
  if (auto found = numeric(tokens, at, next)) return found;
  if (auto found = ideographic(tokens, at, next)) return found;
  return day_first(tokens, at, next);
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text) {
  // The scanner reads short texts: go through a long one in windows that overlap by the length of a date.
  constexpr std::size_t kStep = 100;
  std::vector<DateMention> found;
  std::size_t free_from = 0;
  for (std::size_t base = 0; base < text.size();) {
    std::size_t step = text.size() - base;
    if (step > kStep) {
      const std::size_t blank = text.find(' ', base + kStep);
      step = blank == std::string_view::npos ? text.size() - base : blank + 1 - base;
    }
    const Tokens tokens = text::scan_date(text.substr(base));
    for (std::size_t at = 0; at < tokens.size() && tokens[at].begin < step; ++at) {
      if (base + tokens[at].begin < free_from) continue;
      std::size_t next = at;
      auto mention = mention_at(tokens, at, next);
      if (!mention) continue;
      mention->begin += base;
      mention->end += base;
      free_from = mention->end;
      found.push_back(*mention);
    }
    base += step;
  }
  return found;
}

}  // namespace morgue::extract
