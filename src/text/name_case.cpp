// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/name_case.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "text/name_words.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

std::string title_case(std::string_view part) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(std::string(part));
  icu::UnicodeString first(text, 0, text.moveIndex32(0, 1));
  icu::UnicodeString rest(text, text.moveIndex32(0, 1));
  std::string out;
  first.toUpper(icu::Locale::getRoot()).toUTF8String(out);
  rest.toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

struct Letters {
  int upper = 0;
  int lower = 0;
};

Letters count_letters(std::string_view word) {
  Letters letters;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    if (u_isUUppercase(static_cast<UChar32>(c)) != 0) ++letters.upper;
    if (u_isULowercase(static_cast<UChar32>(c)) != 0) ++letters.lower;
  }
  return letters;
}

/// Written in capitals throughout, but for the small letters of Mc, Mac, d' and particles.
bool in_capitals(std::string_view word) {
  const Letters letters = count_letters(word);
  if (letters.lower == 0) return letters.upper > 0;
  const bool scottish = word.starts_with("Mc") || word.starts_with("Mac");
  if (scottish && letters.upper >= 3) return letters.lower <= 2;
  return (word.starts_with("d'") || word.starts_with("d\u2019")) && letters.lower == 1 && letters.upper >= 2;
}

bool is_initials(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  std::size_t run = 0;
  for (const char c : word) {
    run = c == '.' || c == '-' ? 0 : run + 1;
    if (run > 2) return false;
  }
  return true;
}

bool is_roman(std::string_view word) {
  return word == "II" || word == "III" || word == "IV";
}

/// One part between hyphens or apostrophes.
std::string recase_part(std::string_view part) {
  if (count_letters(part).upper + count_letters(part).lower == 0) return std::string(part);
  if (part.size() > 3 && (part.starts_with("MC") || part.starts_with("Mc"))) return "Mc" + title_case(part.substr(2));
  if (part.size() > 4 && part.starts_with("Mac") && part[3] >= 'A' && part[3] <= 'Z') {
    return "Mac" + title_case(part.substr(3));
  }
  if (part == "d") return "d";
  return title_case(part);
}

std::string recase_word(std::string_view word, bool first) {
  const std::string lower = lower_case(word);
  if (is_roman(word) || is_initials(word)) {
    return is_name_suffix(lower) && !is_roman(word) ? title_case(word) : std::string(word);
  }
  if (!first && is_particle(lower)) return lower;
  std::string out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const std::size_t joint = i == word.size()                ? 0
                              : word[i] == '-'                ? 1
                              : word[i] == '\''               ? 1
                              : word.substr(i, 3) == "\u2019" ? 3
                                                              : std::string_view::npos;
    if (joint == std::string_view::npos) continue;
    out += recase_part(word.substr(begin, i - begin));
    out += word.substr(i, joint);
    begin = i + joint;
    if (joint == 3) i += 2;
  }
  return out;
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(std::string(text)).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string recase_name(std::string_view name) {
  const auto words = words_of(name);
  if (is_agency(lower_case(name))) {
    // Agencies of up to four letters are acronyms; `REUTERS` and `XINHUA` are words.
    constexpr std::size_t kLongestAcronym = 4;
    if (words.size() != 1 || name.size() <= kLongestAcronym || !in_capitals(name)) return std::string(name);
    return title_case(name);
  }
  if (words.size() < 2) return std::string(name);
  const auto small = [](std::string_view word) { return is_particle(word); };
  const auto capital = [&](std::string_view word) { return in_capitals(word) || small(word); };
  const bool all = std::all_of(words.begin(), words.end(), capital);
  // `Jane DUPONT`: the surname alone in capitals, as French and Hungarian lists have it.
  const bool surname = !all && words.size() <= 3 && in_capitals(words.back()) && !is_initials(words.back()) &&
                       count_letters(words.back()).upper >= 4 && count_letters(words.front()).lower > 0;
  if (!all && !surname) return std::string(name);
  const auto longest = std::max_element(words.begin(), words.end(),
                                        [](std::string_view a, std::string_view b) { return a.size() < b.size(); });
  if (all && is_initials(*longest)) return std::string(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    const bool change = in_capitals(words[i]) && (all || i + 1 == words.size());
    out += change ? recase_word(words[i], i == 0) : std::string(words[i]);
  }
  return out;
}

}  // namespace morgue::text
