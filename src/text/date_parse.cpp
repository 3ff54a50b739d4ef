// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_parse.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "text/date_clock.h"
#include "text/date_grammar.h"
#include "text/date_scan.h"
#include "text/date_words.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

constexpr std::size_t kLongestDate = 512;  ///< bytes, digits of any script

bool symbol_at(const Tokens& tokens, std::size_t at, std::string_view symbols) {
  return at < tokens.size() && tokens[at].kind == Kind::Symbol && tokens[at].symbol != 0 &&
         symbols.find(tokens[at].symbol) != std::string_view::npos;
}

/// Whether what stands behind a date can be left out: nothing, a comment, a parenthesis, wire codes, a broken time. A
/// sentence, or the other end of a span, means that the text was no date.
bool is_negligible(const Tokens& tokens, std::size_t at) {
  std::size_t words = 0;
  for (; at < tokens.size(); ++at) {
    const DateToken& token = tokens[at];
    if (symbol_at(tokens, at, "#([;")) return true;
    if (token.kind == Kind::Word && (token.raw.size() > 5 || ++words > 5)) return false;
    if (token.kind == Kind::Number && token.raw.size() >= 4 && !symbol_at(tokens, at + 1, ":")) return false;
  }
  return true;
}

/// Digits of other scripts, and full-width ones, as ASCII.
std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    char32_t zero = 0;
    for (const char32_t first : {0x0660U, 0x06F0U, 0x0966U, 0x09E6U, 0x0E50U, 0xFF10U}) {
      if (c >= first && c < first + 10) zero = first;
    }
    if (zero != 0) {
      out += static_cast<char>('0' + (c - zero));
    } else {
      out.append(text, begin, pos - begin);
    }
  }
  return out;
}

}  // namespace

std::optional<Timestamp> parse_date(std::string_view text, bool day_first) {
  const std::string plain = with_ascii_digits(text.substr(0, kLongestDate));
  const Tokens tokens = scan_date(plain);
  auto found = match_date(tokens, 0, day_first);
  // A weekday, with an article or preposition before it in some languages (`le mardi 3 mars`, `Am Montag, 1. Mai`).
  for (std::size_t at = 0; !found && at < std::min<std::size_t>(tokens.size(), 4); ++at) {
    const bool skippable = symbol_at(tokens, at, ",.-([") ||
                           (tokens[at].kind == Kind::Word &&
                            (is_weekday_word(tokens[at].word) || tokens[at].word == "le" || tokens[at].word == "am" ||
                             tokens[at].word == "den" || tokens[at].word == "el" || tokens[at].word == "on" ||
                             tokens[at].word == "feira"));
    if (!skippable) return std::nullopt;
    found = match_date(tokens, at + 1, day_first);
  }
  if (!found) return std::nullopt;
  Timestamp out;
  out.day = found->day;
  out.precision = found->precision;
  std::size_t rest = found->next;
  if (out.precision == Precision::Day) {
    // A number stuck to the date (`2017-12-311`) was not a day.
    const auto clock = found->clock ? found->clock : read_clock(tokens, found->next);
    if (clock) {
      out.second_of_day = clock->second_of_day;
      out.offset_minutes = clock->offset_minutes;
      out.precision = Precision::Second;
      if (!found->clock) rest = clock->next;
    }
  }
  if (out.precision != Precision::Second && out.precision != Precision::Day && rest < tokens.size() &&
      !symbol_at(tokens, rest, ".#(")) {
    return std::nullopt;
  }
  if (!is_negligible(tokens, rest)) return std::nullopt;
  return out;
}

std::optional<Timestamp> parse_epoch(std::string_view number) {
  while (!number.empty() && (number.front() == ' ' || number.front() == '\t')) number.remove_prefix(1);
  while (!number.empty() && (number.back() == ' ' || number.back() == '\t')) number.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc{} || end != number.data() + number.size() || !std::isfinite(value)) return std::nullopt;
  constexpr double kFirst = -5364662400.0;  // 1800-01-01
  constexpr double kLast = 7258118400.0;    // 2200-01-01
  // From here on a number can only be milliseconds: as seconds it is far outside, as milliseconds 1966 or 1973.
  constexpr double kMilliseconds = 1e11;
  // Clocks that count finer than that are young: what they would say of 1980 is some other number.
  constexpr double kMicroseconds = 6e14;
  constexpr double kNanoseconds = 6e17;
  if (value >= kNanoseconds) value /= 1e6;
  if (value >= kMicroseconds) value /= 1e3;
  if (std::abs(value) >= kMilliseconds) value /= 1000.0;
  if (value < kFirst || value >= kLast) return std::nullopt;
  return Timestamp::from_utc_seconds(static_cast<std::int64_t>(std::floor(value)));
}

}  // namespace morgue::text
