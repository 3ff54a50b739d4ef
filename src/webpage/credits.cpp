// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/credits.h"

#include <algorithm>
#include <array>

#include "text/date_find.h"
#include "text/date_words.h"
#include "text/name_case.h"
#include "text/name_parts.h"
#include "text/name_words.h"
#include "text/names.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "webpage/credit_words.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::size_t kLongestValue = 400;

bool is_placeholder(View name) {
  const std::string folded = text::fold_value(name);
  return std::ranges::find(credit_placeholders(), View(folded)) != credit_placeholders().end();
}

bool has_digit(View text) {
  return text.find_first_of("0123456789") != View::npos;
}

/// Letters of any script.
std::size_t letters(View text) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00))) ++count;
  }
  return count;
}

/// Letters enough, and no address.
bool can_be_credit(View value) {
  if (value.size() < 2 || value.size() > 80 || value.starts_with('@') || value.starts_with("http")) return false;
  if (value.front() == '(' || value.find(':') != View::npos) return false;
  if (value.find("://") != View::npos || value.find_first_of("<>{}[]\\") != View::npos) return false;
  const std::size_t digits =
      static_cast<std::size_t>(std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; }));
  return digits * 2 < value.size() && text::words_of(value).size() <= 6 && !is_placeholder(value);
}

/// What stands between names and a date: weekdays, months, `am`, `on`, `le`.
bool leads_to_date(View word) {
  constexpr std::array<View, 14> kWords = {"am", "on", "le", "il", "el",  "den",  "vom",
                                           "at", "um", "op", "kl", "dne", "dana", "-"};
  const std::string folded = text::fold_date_word(text::trim(word, ",.:|"));
  return folded.empty() || std::ranges::find(kWords, View(folded)) != kWords.end() || text::is_weekday_word(folded) ||
         text::month_from_word(folded).has_value();
}

/// The byline without its lead; `had_lead` tells whether there was one.
View strip_lead(View line, bool& had_lead) {
  for (bool again = true; again;) {
    again = false;
    line = text::trim(line, " :-|,\t");
    // Folding may change the length of what it folds: compare words, not bytes.
    for (const View lead : byline_leads()) {
      if (line.size() <= lead.size()) continue;
      const auto words = static_cast<std::size_t>(std::ranges::count(lead.substr(0, lead.size() - 1), ' ')) + 1;
      std::size_t end = 0;
      for (std::size_t word = 0; word < words && end != View::npos; ++word)
        end = line.find(' ', word == 0 ? 0 : end + 1);
      if (end == View::npos || end > 60) continue;
      if (text::fold_value(line.substr(0, end)) + ' ' != lead) continue;
      line.remove_prefix(end + 1);
      had_lead = true;
      again = true;
      break;
    }
  }
  return line;
}

/// Cuts a byline where its names end: at a date, a label, a count.
View before_rest(View line) {
  std::size_t end = line.find_first_of("0123456789");
  for (const text::DateInText& date : text::dates_in_text(line, true)) end = std::min(end, date.begin);
  end = std::min(end, line.size());
  const std::string lower = text::lower_case(line);
  if (lower.size() == line.size()) {
    for (const View label : byline_ends()) {
      const std::size_t at = lower.find(label);
      if (at != std::string::npos && at > 2) end = std::min(end, at);
    }
  }
  line = text::trim(line.substr(0, end), " ,|-:(\t");
  // A weekday or month left of the cut belongs to the date: `Jane Doe, Friday 3 May`.
  for (std::size_t blank = line.rfind(' '); blank != View::npos && leads_to_date(line.substr(blank + 1));
       blank = line.rfind(' ')) {
    line = text::trim(line.substr(0, blank), " ,|-:(\t");
  }
  return leads_to_date(line) ? View() : line;
}

/// `Pressemitteilung von Jane Doe`, `Photos and story by Jane Doe`: the kind of text before the name.
View behind_genre(View line) {
  constexpr std::array<View, 24> kGenres = {
      "kommentar", "kolumne", "analyse",   "interview", "gastbeitrag",      "essay",
      "reportage", "glosse",  "rezension", "bericht",   "pressemitteilung", "wortlaut",
      "artikel",   "beitrag", "text",      "rede",      "nachricht",        "meldung",
      "blog",      "portrat", "chronique", "tribune",   "opinion",          "review"};
  for (const View joint : {" von ", " by ", " par ", " por ", " di "}) {
    const std::size_t at = line.find(joint);
    if (at == View::npos || at > 40) continue;
    const auto before = text::words_of(line.substr(0, at));
    const bool genre =
        !before.empty() && std::ranges::find(kGenres, View(text::fold_value(before.back()))) != kGenres.end();
    if (genre || joint == " by ") return line.substr(at + joint.size());
  }
  return line;
}

bool starts_upper(View word) {
  std::size_t pos = 0;
  if (word.empty()) return false;
  const std::string first(word.substr(0, (text::next_code_point(word, pos), pos)));
  return text::lower_case(first) != first;
}

}  // namespace

void add_names(std::vector<std::string>& into, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::string key = text::fold_value(name);
    if (std::ranges::none_of(into, [&](const std::string& known) { return text::fold_value(known) == key; })) {
      into.push_back(name);
    }
  }
}

std::vector<std::string> declared_names(std::string_view value) {
  std::string line = text::clean_line(text::truncate_utf8(value, kLongestValue));
  const View whole = text::trim(line, " ,;|");
  if (whole.empty() || whole.starts_with("http") || whole.starts_with('@')) return {};
  if (whole.find("(www.") != View::npos) return {};
  std::vector<std::string> names = text::split_byline(whole);
  std::erase_if(names, [](const std::string& name) { return is_placeholder(name); });
  if (!names.empty()) return names;
  if (!can_be_credit(whole)) return {};
  return {std::string(whole)};
}

bool looks_like_name(std::string_view name) {
  const auto words = text::words_of(name);
  if (words.size() < 2 || text::count_cjk(name) > 0) return true;
  return std::ranges::all_of(words, [](const std::string& word) {
    return starts_upper(word) || text::is_particle(text::lower_case(word)) || letters(word) < 2 ||
           word.find('\'') != std::string::npos || (static_cast<unsigned char>(word.front()) >= 0xD8);
  });
}

bool is_account(std::string_view name) {
  if (name.find(' ') != View::npos) return false;
  return name.find_first_of("._-0123456789") != View::npos &&
         std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string> names_beside_date(std::string_view line, bool day_first) {
  const auto dates = text::dates_in_text(line, day_first);
  if (dates.empty()) return {};
  std::string before(line.substr(0, dates.front().begin));
  const std::string behind(line.substr(dates.back().end));
  for (const std::string& side : {behind, before}) {
    View rest = text::trim(side, " \t|-,:/\u2013");
    if (const std::size_t bar = rest.rfind('|'); bar != View::npos) rest = text::trim(rest.substr(bar + 1), " ");
    const auto words = text::words_of(rest);
    if (words.size() < 2 || words.size() > 4 || rest.find_first_of("0123456789:.!?") != View::npos) continue;
    const bool names = std::ranges::all_of(words, [](const std::string& word) {
      return (starts_upper(word) || text::is_particle(text::lower_case(word))) && !leads_to_date(word);
    });
    if (!names) continue;
    auto out = text::split_byline(rest);
    if (out.size() == 1 && text::words_of(out.front()).size() == words.size()) return out;
  }
  return {};
}

bool is_byline_label(std::string_view line) {
  constexpr std::array<View, 16> kLabels = {
      "autor",      "autorin", "autoren",   "author",      "authors",         "von",    "by",   "text",
      "written by", "auteur",  "verfasser", "verfasserin", "ein artikel von", "autore", "door", "por"};
  if (line.size() > 24) return false;
  const std::string folded = text::fold_value(text::trim(line, " :"));
  return std::ranges::find(kLabels, View(folded)) != kLabels.end();
}

std::vector<std::string> byline_names(std::string_view line, bool sure) {
  const std::string clean = text::clean_line(text::truncate_utf8(line, kLongestValue));
  bool had_lead = false;
  const View stripped = behind_genre(strip_lead(clean, had_lead));
  // The name of an account may end in a number: `marianne1`.
  if (sure && stripped.size() < 24 && stripped.find(' ') == View::npos &&
      stripped.find_first_not_of("0123456789") == 0 && !leads_to_date(stripped) && !is_placeholder(stripped) &&
      stripped.find_first_of(":/@,|") == View::npos && !text::looks_like_address(stripped) &&
      !stripped.ends_with('.') && (has_digit(stripped) || stripped.find('.') != View::npos) && letters(stripped) > 2) {
    return {std::string(stripped)};
  }
  const View names = before_rest(stripped);
  if (names.empty() || names.size() > 160) return {};
  if (!sure && !had_lead) return {};
  std::vector<std::string> out = text::split_byline(names);
  std::erase_if(out, [](const std::string& name) { return is_placeholder(name) || letters(name) < 2; });
  return out;
}

}  // namespace morgue::webpage
