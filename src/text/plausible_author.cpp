// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "text/date_words.h"
#include "text/name_case.h"
#include "text/name_parts.h"
#include "text/name_words.h"
#include "text/names.h"

namespace morgue::text {
namespace {

using View = std::string_view;
using Words = NameWords;

constexpr std::size_t kLongestName = 80;

bool has_digit(View text) {
  return text.find_first_of("0123456789") != View::npos;
}

bool is_date_word(View word) {
  const std::string folded = fold_date_word(word);
  return month_from_word(folded).has_value() || is_weekday_word(folded);
}

/// `jane.doe` is an account, `J.K.` and `St.` are not.
bool has_inner_stop(View word) {
  constexpr std::size_t kLongestInitial = 3;
  const std::size_t stop = word.find('.');
  return stop != View::npos && stop >= kLongestInitial && word.size() - stop > kLongestInitial;
}

bool has_bad_word(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = lower_case(words[i]);
    if (i == 0 && word == "the" && words.size() > 1) continue;
    if (words.size() > 2 && is_seldom_in_name(word)) return true;
    if (is_never_in_name(word) || looks_like_address(word) || has_inner_stop(word)) return true;
    if (word.ends_with("'s") || word.ends_with("\u2019s")) return true;
  }
  return false;
}

}  // namespace

bool plausible_author(std::string_view name) {
  name = trim(name, " ");
  if (name.empty() || name.size() > kLongestName || has_digit(name)) return false;
  const std::string lower = lower_case(name);
  if (is_agency(lower)) return true;
  if (is_furniture_name(lower)) return false;
  if (name.find_first_of("<>{}[]|#@:;!?=\\") != std::string_view::npos || name.ends_with("\u2026")) return false;
  const Words words = words_of(name);
  if (const std::size_t characters = count_cjk(name); characters > 0) return characters <= 24;
  if (words.size() > 6 || has_bad_word(words)) return false;
  if (words.size() == 1 &&
      (is_date_word(words[0]) || is_role_noun(lower) || is_role_modifier(lower) || lower.size() < 2)) {
    return false;
  }
  if (words.size() == 2 && is_date_word(words[1]) && (is_furniture_name(bare(words[0])) || is_date_word(words[0]))) {
    return false;
  }
  // `Getty Images North America`: a photo agency however it goes on.
  if (words.size() > 1 && is_furniture_name(bare(words[0]) + ' ' + bare(words[1]))) return false;
  if (is_role_noun(bare(words.back())) && !is_desk(words)) return false;
  if (std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return is_role_modifier(bare(word)) || is_furniture_name(bare(word));
      })) {
    return false;
  }
  if (name.ends_with(" .") || name.ends_with("...")) return false;
  if (name.ends_with('.')) {
    const std::string last = bare(words.back());
    if (last.size() > 2 && !is_name_suffix(last) && last.find('.') == std::string::npos) return false;
  }
  // A lone letter without a full stop is the rest of a cut word (`Women S Issues`) unless it is an initial inside.
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() == 1 && (i == 0 || i + 1 == words.size() || words[i] == "S")) return false;
  }
  return true;
}

}  // namespace morgue::text
