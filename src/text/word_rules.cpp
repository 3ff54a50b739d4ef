// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_rules.h"

#include <algorithm>
#include <array>

namespace morgue::text {
namespace {

// French, Italian and Catalan.
constexpr std::array<std::string_view, 27> kElided = {
    "all",  "bell", "c",    "coll",   "d",      "dall", "dell",  "gl",    "j",      "jusqu", "l",    "lorsqu", "m", "n",
    "nell", "ness", "pell", "presqu", "puisqu", "qu",   "quell", "quest", "quoiqu", "s",     "sull", "t",      "un"};
static_assert(std::is_sorted(kElided.begin(), kElided.end()));

constexpr std::size_t kMaxJoinedName = 3;
constexpr std::size_t kMaxGroups = 8;

struct LetterGroup {
  std::size_t letters = 0;
  std::size_t end = 0;
  Char behind;
};

/// Letters from `pos` on, with their marks; stops at the first one over `limit`.
LetterGroup read_letters(const CharReader& reader, std::size_t pos, std::size_t limit) {
  LetterGroup group;
  group.end = pos;
  group.behind = reader.at(pos);
  while (group.letters <= limit) {
    const bool letter = group.behind.is(CharClass::Letter);
    if (!letter && (group.letters == 0 || !group.behind.is(CharClass::Mark))) break;
    if (letter) ++group.letters;
    group.end = group.behind.end;
    group.behind = reader.after(group.behind);
  }
  return group;
}

}  // namespace

bool is_elision(std::string_view prefix, const Char& next) {
  if (next.info == nullptr || !next.is(CharClass::Letter) || next.info->term_size == 0) return false;
  constexpr std::string_view kVowels = "aeiouhy";
  return kVowels.find(next.info->term_bytes[0]) != std::string_view::npos &&
         std::binary_search(kElided.begin(), kElided.end(), prefix);
}

std::size_t find_abbreviation(const CharReader& reader, const Char& dot, std::size_t letters) {
  bool all_single = letters == 1;
  bool any_single = all_single;
  std::size_t pos = dot.end;
  std::size_t end = 0;
  for (std::size_t groups = 0; groups < kMaxGroups; ++groups) {
    const LetterGroup group = read_letters(reader, pos, 2);
    if (group.letters == 0 || group.letters > 2 || group.behind.is(CharClass::Digit)) break;
    if (group.behind.is(CharClass::Dot)) {
      all_single = all_single && group.letters == 1;
      any_single = any_single || group.letters == 1;
      pos = end = group.behind.end;
      continue;
    }
    // The last group may lack its dot: U.S, z.B
    if (all_single && group.letters == 1) end = group.end;
    break;
  }
  return any_single ? end : 0;
}

bool joins_names(const CharReader& reader, const Char& ampersand, std::size_t letters) {
  if (letters > kMaxJoinedName) return false;
  std::size_t following = 0;
  for (Char c = reader.after(ampersand); c.is_alphanumeric() || (following > 0 && c.is(CharClass::Mark));
       c = reader.after(c)) {
    if (c.is_alphanumeric() && ++following > kMaxJoinedName) return false;
  }
  return following > 0;
}

}  // namespace morgue::text
