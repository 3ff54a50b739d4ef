// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/name_order.h"

#include <algorithm>
#include <optional>

#include "text/name_case.h"
#include "text/name_parts.h"
#include "text/name_words.h"
#include "text/names.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

bool is_capital(View word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

bool names_no_person(View part) {
  const std::string lower = text::lower_case(part);
  return text::is_agency(lower) || text::is_furniture_name(lower) || !text::plausible_author(part);
}

/// Words of a person's name and nothing else: no agency, no role, no title behind a name.
bool is_name_part(View part, std::size_t most_words) {
  const text::NameWords words = text::words_of(part);
  if (words.empty() || words.size() > most_words || names_no_person(part)) return false;
  return std::ranges::all_of(words, [](const std::string& word) {
    const std::string bare = text::bare(word);
    if (bare.empty() || text::is_role_noun(bare) || text::is_role_modifier(bare) || text::is_name_suffix(bare) ||
        text::is_degree(bare)) {
      return false;
    }
    return is_capital(word);
  });
}

/// `Doe, Jane`: one comma, and behind it nothing but given names.
std::optional<std::string> turned(View credit, std::size_t most_in_surname) {
  const std::size_t comma = credit.find(',');
  if (comma == View::npos || credit.find(',', comma + 1) != View::npos) return std::nullopt;
  const View surname = text::trim(credit.substr(0, comma), " ");
  const View given = text::trim(credit.substr(comma + 1), " ");
  constexpr std::size_t kGivenNames = 2;
  View main = surname;  // behind `von der`
  text::NameWords words = text::words_of(surname);
  while (words.size() > 1 && text::is_particle(text::lower_case(words.front()))) {
    main.remove_prefix(std::min(main.find(' '), main.size() - 1) + 1);
    words.erase(words.begin());
  }
  if (!is_name_part(main, most_in_surname) || !is_name_part(given, kGivenNames)) return std::nullopt;
  return std::string(given) + " " + std::string(surname);
}

}  // namespace

std::string in_reading_order(View credit) {
  constexpr std::size_t kSurnameOfMany = 3;
  if (credit.find(';') == View::npos) return turned(credit, 1).value_or(std::string(credit));
  std::string out;
  for (View rest = credit; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const View piece = text::trim(rest.substr(0, end), " ");
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (piece.empty()) continue;
    const auto name = turned(piece, kSurnameOfMany);
    if (!name) return std::string(credit);
    out += (out.empty() ? "" : "; ") + *name;
  }
  return out;
}

}  // namespace morgue::extract
