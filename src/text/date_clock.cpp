// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_clock.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/date_words.h"

namespace morgue::text {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

constexpr std::array<std::string_view, 18> kBeforeTime = {"klo", "lúc",  "t",    "at",  "um",     "a",
                                                          "as",  "alle", "ore",  "kl",  "om",     "la",
                                                          "le",  "las",  "saat", "les", "\u0433", "\u0432"};

bool symbol_at(const Tokens& tokens, std::size_t at, char symbol) {
  return at < tokens.size() && tokens[at].kind == Kind::Symbol && tokens[at].symbol == symbol;
}

bool word_at(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].kind == Kind::Word && tokens[at].word == word;
}

bool number_at(const Tokens& tokens, std::size_t at, std::size_t min_digits, std::size_t max_digits) {
  return at < tokens.size() && tokens[at].kind == Kind::Number && tokens[at].raw.size() >= min_digits &&
         tokens[at].raw.size() <= max_digits;
}

/// Moves to the time behind a date; `announced`: a word that only stands before times was there.
std::size_t skip_separators(const Tokens& tokens, std::size_t at, bool& announced) {
  for (; at < tokens.size(); ++at) {
    const DateToken& token = tokens[at];
    if (token.kind == Kind::Number) return at;
    if (token.kind == Kind::Word) {
      if (is_weekday_word(token.word)) continue;  // `24.06.2025, Tuesday, 14:05`
      if (std::find(kBeforeTime.begin(), kBeforeTime.end(), token.word) == kBeforeTime.end()) return at;
      announced = announced || token.word == "kl" || token.word == "um" || token.word == "ore" || token.word == "klo";
    } else if (token.symbol != ',' && token.symbol != '.' && token.symbol != '-' && token.symbol != '|' &&
               token.symbol != '@' && token.symbol != ':' && !(token.symbol == '/' && token.spaced) &&
               token.raw != "\u00b7" && token.raw != "\u2022" && token.raw != "\u2014" && token.raw != "\u00e0") {
      return at;
    }
  }
  return at;
}

/// `am`, `p.m.`, 上午, 오후: -1 none, 0 before noon, 1 after noon; moves past it.
int read_half(const Tokens& tokens, std::size_t& at) {
  if (at >= tokens.size() || tokens[at].kind != Kind::Word) return -1;
  const std::string& word = tokens[at].word;
  if (word == "am" || word == "pm") {
    at += symbol_at(tokens, at + 1, '.') ? 2 : 1;
    return word == "pm" ? 1 : 0;
  }
  if ((word == "a" || word == "p") && symbol_at(tokens, at + 1, '.') && word_at(tokens, at + 2, "m")) {
    at += symbol_at(tokens, at + 3, '.') ? 4 : 3;
    return word == "p" ? 1 : 0;
  }
  if (at + 1 < tokens.size() && (word == "\u4e0a" || word == "\u4e0b") && tokens[at + 1].word == "\u5348") {
    at += 2;
    return word == "\u4e0b" ? 1 : 0;
  }
  if (at + 1 < tokens.size() && word == "\uc624" &&
      (tokens[at + 1].word == "\uc804" || tokens[at + 1].word == "\ud6c4")) {
    const int half = tokens[at + 1].word == "\ud6c4" ? 1 : 0;
    at += 2;
    return half;
  }
  return -1;
}

bool is_unit(const Tokens& tokens, std::size_t at, std::string_view a, std::string_view b, std::string_view c) {
  return word_at(tokens, at, a) || word_at(tokens, at, b) || word_at(tokens, at, c);
}

/// `+01:00`, `+0100`, `+1`; moves past it.
std::optional<int> read_numeric_offset(const Tokens& tokens, std::size_t& at) {
  if (!symbol_at(tokens, at, '+') && !symbol_at(tokens, at, '-')) return std::nullopt;
  if (!number_at(tokens, at + 1, 1, 4) || tokens[at + 1].spaced) return std::nullopt;
  const int sign = tokens[at].symbol == '-' ? -1 : 1;
  const DateToken& number = tokens[at + 1];
  int hours = number.value;
  int minutes = 0;
  std::size_t next = at + 2;
  if (number.raw.size() >= 3) {
    hours = number.value / 100;
    minutes = number.value % 100;
  } else if (symbol_at(tokens, next, ':') && number_at(tokens, next + 1, 2, 2)) {
    minutes = tokens[next + 1].value;
    next += 2;
  }
  if (hours > 15 || minutes > 59) return std::nullopt;
  at = next;
  return sign * (hours * 60 + minutes);
}

}  // namespace

bool zone_follows(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == Kind::Word && tokens[at].raw.size() >= 3 &&
         zone_offset_from_word(tokens[at].word).has_value();
}

int read_zone(const Tokens& tokens, std::size_t& at) {
  if (symbol_at(tokens, at, '(') && at + 1 < tokens.size() && tokens[at + 1].kind == Kind::Word &&
      zone_offset_from_word(tokens[at + 1].word)) {
    const int offset = *zone_offset_from_word(tokens[at + 1].word);
    at += symbol_at(tokens, at + 2, ')') ? 3 : 2;
    return offset;
  }
  if (at < tokens.size() && tokens[at].kind == Kind::Word) {
    if (const auto offset = zone_offset_from_word(tokens[at].word)) {
      ++at;
      if (*offset == 0) return read_numeric_offset(tokens, at).value_or(0);  // `GMT+1`
      return *offset;
    }
    return 0;
  }
  return read_numeric_offset(tokens, at).value_or(0);
}

std::optional<ClockTime> read_clock(const Tokens& tokens, std::size_t at) {
  bool announced = false;
  at = skip_separators(tokens, at, announced);
  int half = read_half(tokens, at);
  if (!number_at(tokens, at, 1, 2)) return std::nullopt;
  int hour = tokens[at].value;
  int minute = 0;
  int second = 0;
  bool known = false;
  const std::size_t unit = at + 1;
  if ((symbol_at(tokens, unit, ':') || symbol_at(tokens, unit, '.')) && number_at(tokens, at + 2, 2, 2) &&
      !tokens[at + 2].spaced) {
    const char separator = tokens[unit].symbol;
    minute = tokens[at + 2].value;
    at += 3;
    known = separator == ':' || announced || zone_follows(tokens, at);
    if (symbol_at(tokens, at, separator) && number_at(tokens, at + 1, 2, 2)) {
      second = tokens[at + 1].value;
      known = true;
      at += 2;
      // A fraction, also behind a colon as some programs write it: `22:06:08:684`.
      const bool colon = symbol_at(tokens, at, ':') && number_at(tokens, at + 1, 3, 12);
      if ((colon || symbol_at(tokens, at, '.') || symbol_at(tokens, at, ',')) && number_at(tokens, at + 1, 1, 12) &&
          !tokens[at + 1].spaced) {
        at += 2;
      }
    }
  } else if (is_unit(tokens, unit, "h", "\u65f6", "\u6642") || word_at(tokens, unit, "\uc2dc")) {
    known = true;
    at += 2;
    if (number_at(tokens, at, 1, 2)) {
      minute = tokens[at++].value;
      if (is_unit(tokens, at, "m", "\u5206", "\ubd84") || word_at(tokens, at, "min")) ++at;
      if (number_at(tokens, at, 1, 2) && is_unit(tokens, at + 1, "s", "\u79d2", "\ucd08")) {
        second = tokens[at].value;
        at += 2;
      }
    }
  } else {
    ++at;
  }
  if (half < 0) half = read_half(tokens, at);
  if (word_at(tokens, at, "uhr") || word_at(tokens, at, "h")) {
    known = true;
    ++at;
  }
  if (half >= 0) {
    if (hour < 1 || (hour > 12 && half == 0)) return std::nullopt;
    if (hour <= 12) hour = hour % 12 + (half == 1 ? 12 : 0);
    known = true;
  }
  if (!known || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  ClockTime time;
  time.second_of_day = hour * 3600 + minute * 60 + std::min(second, 59);  // a leap second has no place of its own
  time.offset_minutes = static_cast<std::int16_t>(read_zone(tokens, at));
  time.next = at;
  return time;
}

}  // namespace morgue::text
