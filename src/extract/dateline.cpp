// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/dateline.h"

#include <algorithm>
#include <cstddef>

#include "text/date_parse.h"
#include "text/names.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

constexpr std::size_t kLongestDateline = 80;

/// Capitals and the signs that stand in place names; `, Feb 26` and `, Calif.` may follow.
bool is_capital_place(View place) {
  const View city = place.substr(0, place.find(','));
  std::size_t capitals = 0;
  for (const char c : city) {
    if (c >= 'a' && c <= 'z') return false;
    if ((c >= '0' && c <= '9') || c == '"' || c == ':' || c == '?' || c == '!') return false;
    capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
  }
  return capitals >= 3;
}

bool starts_with_capital(View text) {
  if (text.empty()) return false;
  // 0xC3..0xDF begin the letters of Latin, Greek and Cyrillic; quotation marks and dashes begin with 0xE2.
  const auto c = static_cast<unsigned char>(text.front());
  return (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c <= 0xDF);
}

/// `Reuters`, `dpa/AFP`: every part an agency or outlet by its shape.
bool is_credit(View inside) {
  return !inside.empty() && inside.size() <= 40 && !text::split_byline(inside).empty();
}

View trimmed(View text, View characters) {
  const std::size_t begin = text.find_first_not_of(characters);
  if (begin == View::npos) return {};
  return text.substr(begin, text.find_last_not_of(characters) + 1 - begin);
}

}  // namespace

std::string find_dateline(View body) {
  body = body.substr(0, std::min(body.find('\n'), body.size()));
  std::size_t dash = View::npos;
  std::size_t after = 0;
  for (const View sign : {" - ", " -- ", " \u2013 ", " \u2014 "}) {
    if (const std::size_t at = body.substr(0, kLongestDateline + 24).find(sign); at < dash) {
      dash = at;
      after = at + sign.size();
    }
  }
  if (dash == View::npos || after >= body.size()) return {};
  View place = body.substr(0, dash);
  const std::size_t open = place.find(" (");
  if (open != View::npos && place.ends_with(')')) {
    const View credit = place.substr(open + 2, place.size() - open - 3);
    place = trimmed(place.substr(0, open), " ,");
    const View city = place.substr(0, place.find(','));
    const bool short_place =
        std::count(place.begin(), place.end(), ' ') <= 4 && city.find_first_of("0123456789") == View::npos;
    return is_credit(credit) && starts_with_capital(place) && short_place ? text::clean_line(place) : std::string{};
  }
  // Without an agency `BREAKING - ` looks the same: a second part, a state or a day, must tell that it is a place.
  const std::size_t comma = place.find(", ");
  if (comma == View::npos || place.size() > kLongestDateline || !is_capital_place(place)) return {};
  const View last = place.substr(place.rfind(", ") + 2);
  const bool state_or_day = starts_with_capital(last) && (text::find_month_day(last) || last.find(' ') == View::npos);
  return state_or_day ? text::clean_line(place) : std::string{};
}

std::string clean_dateline(View declared) {
  const std::string line = text::clean_line(declared);
  View out = trimmed(line, " -");
  for (bool again = true; again;) {
    again = false;
    for (const View sign : {"\u2013", "\u2014"}) {
      if (!out.ends_with(sign)) continue;
      out = trimmed(out.substr(0, out.size() - sign.size()), " -");
      again = true;
    }
  }
  return std::string(out);
}

}  // namespace morgue::extract
