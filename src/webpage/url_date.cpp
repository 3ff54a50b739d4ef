// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/url_date.h"

#include <vector>

#include "text/date_words.h"
#include "webpage/page_address.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A run of digits or of letters.
struct Piece {
  View text;
  char before = 0;  ///< what separates it from the piece before; 0 at the beginning
  bool digits = false;
  int value = -1;
};

std::vector<Piece> pieces_of(View path) {
  constexpr std::size_t kMost = 200;
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < path.size() && pieces.size() < kMost;) {
    const char c = path[at];
    const bool digit = is_digit(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!digit && !letter) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < path.size() &&
           (digit ? is_digit(path[end])
                  : (path[end] >= 'a' && path[end] <= 'z') || (path[end] >= 'A' && path[end] <= 'Z'))) {
      ++end;
    }
    Piece piece;
    piece.text = path.substr(at, end - at);
    piece.before = at > 0 ? path[at - 1] : '\0';
    piece.digits = digit;
    if (digit && piece.text.size() <= 8) {
      piece.value = 0;
      for (const char d : piece.text) piece.value = piece.value * 10 + (d - '0');
    }
    pieces.push_back(piece);
    at = end;
  }
  return pieces;
}

bool is_separator(char c) {
  return c == '/' || c == '-' || c == '_' || c == '.' || c == '=';
}

bool is_year(const Piece& piece) {
  return piece.digits && piece.text.size() == 4 && piece.value >= 1900 && piece.value < 2200;
}

int month_of(const Piece& piece) {
  if (piece.digits) return piece.text.size() <= 2 && piece.value >= 1 && piece.value <= 12 ? piece.value : 0;
  if (piece.text.size() < 3) return 0;
  return text::month_from_word(text::fold_date_word(piece.text)).value_or(0);
}

std::optional<Timestamp> made(int year, int month, int day) {
  Timestamp when;
  when.day = {year, month, day == 0 ? 1 : day};
  when.precision = day == 0 ? Precision::Month : Precision::Day;
  if (!when.day.valid()) return std::nullopt;
  return when;
}

std::optional<Timestamp> find_day(const std::vector<Piece>& pieces,
                                  const std::function<bool(const Timestamp&)>& plausible) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    std::optional<Timestamp> when;
    const bool three =
        i + 2 < pieces.size() && is_separator(pieces[i + 1].before) && is_separator(pieces[i + 2].before);
    if (is_year(piece) && three && pieces[i + 2].digits && pieces[i + 2].text.size() <= 2 &&
        month_of(pieces[i + 1]) > 0) {
      when = made(piece.value, month_of(pieces[i + 1]), pieces[i + 2].value);
      if (when && when->precision != Precision::Day) when.reset();
    } else if (three && piece.digits && piece.text.size() <= 2 && piece.value >= 1 && is_year(pieces[i + 2]) &&
               month_of(pieces[i + 1]) > 0 && pieces[i + 2].text.front() == '2' &&
               (!pieces[i + 1].digits || (piece.text.size() == 2 && pieces[i + 1].text.size() == 2))) {
      when = made(pieces[i + 2].value, month_of(pieces[i + 1]), piece.value);
    } else if (piece.digits && piece.text.size() == 8 && piece.value > 19000000 && piece.value < 22000000) {
      when = made(piece.value / 10000, piece.value / 100 % 100, piece.value % 100);
      if (piece.value % 100 == 0 || piece.value / 100 % 100 == 0) when.reset();
    }
    if (when && plausible(*when)) return when;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Timestamp> date_in_address(std::string_view address,
                                         const std::function<bool(const Timestamp&)>& plausible) {
  // A copy in an archive carries the date of the copy: look at the address it is a copy of.
  constexpr std::size_t kLongest = 1000;
  View path = path_of_address(address.substr(0, kLongest));
  if (const std::size_t inner = path.find("/http"); inner != View::npos && path.find("://", inner) != View::npos) {
    path = path_of_address(path.substr(inner + 1));
  }
  const auto pieces = pieces_of(path);
  if (const auto day = find_day(pieces, plausible)) return day;
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!is_year(pieces[i]) || pieces[i].before != '/' || pieces[i + 1].before != '/' || !pieces[i + 1].digits)
      continue;
    const int month = month_of(pieces[i + 1]);
    if (month == 0) continue;
    if (const auto when = made(pieces[i].value, month, 0); when && plausible(*when)) return when;
  }
  return std::nullopt;
}

std::optional<Timestamp> date_in_file_name(std::string_view file,
                                           const std::function<bool(const Timestamp&)>& plausible) {
  if (const std::size_t slash = file.find_last_of("/\\!"); slash != View::npos) file.remove_prefix(slash + 1);
  return find_day(pieces_of(file), plausible);
}

}  // namespace morgue::webpage
