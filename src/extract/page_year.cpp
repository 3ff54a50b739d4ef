// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_year.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/page_dates.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

/// The sentence around a date, in lower case, and the word before the date.
struct Context {
  std::string before;  ///< of the sentence
  std::string after;
  std::string preposition;
};

Context context_of(View text, const DateMention& date) {
  constexpr std::size_t kReach = 240;
  std::size_t from = date.begin > kReach ? date.begin - kReach : 0;
  while (from < date.begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  View before = text.substr(from, date.begin - from);
  for (std::size_t at = before.find_last_of(".!?"); at != View::npos && at > 0;
       at = before.find_last_of(".!?", at - 1)) {
    const std::size_t word = before.find_last_of(' ', at);
    if (at - (word == View::npos ? 0 : word) < 5 || at + 1 >= before.size() || before[at + 1] != ' ') continue;
    before = before.substr(at + 1);
    break;
  }
  View after = text.substr(date.end, kReach);
  for (std::size_t at = after.find(". "); at != View::npos; at = after.find(". ", at + 1)) {
    after = after.substr(0, at);
    break;
  }
  while (!after.empty() && (static_cast<unsigned char>(after.back()) & 0x80) != 0) after.remove_suffix(1);
  Context out;
  out.before = " " + folded(before);
  out.after = folded(after) + " ";
  while (out.before.size() > 1 && out.before.back() == ' ') out.before.pop_back();
  // `on Tuesday, June 24`: the weekday is no preposition.
  std::string head = out.before;
  for (const View weekday :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
        "donnerstag", "freitag", "samstag", "sonntag", "the", "den", "dem"}) {
    while (head.ends_with(',') || head.ends_with(' ')) head.pop_back();
    if (head.ends_with(" " + std::string(weekday))) head.resize(head.size() - weekday.size() - 1);
  }
  out.preposition = head.substr(head.rfind(' ') == std::string::npos ? 0 : head.rfind(' ') + 1);
  return out;
}

bool has_word(const std::string& text, std::initializer_list<View> words) {
  return std::ranges::any_of(words, [&](View word) { return text.find(word) != std::string::npos; });
}

bool is_future(const Context& context) {
  constexpr std::size_t kNear = 70;
  for (const View word :
       {"by", "until", "till", "bis", "hasta", "to", "ab", "starting", "beginning", "due", "upcoming", "next"}) {
    if (context.preposition == word) return true;
  }
  const std::string near =
      context.before.substr(context.before.size() > kNear ? context.before.size() - kNear : 0) + " ";
  return has_word(near, {" will ",     " shall ",   " to be ",   " scheduled",    " planned",  " planning ",
                         " due ",      " deadline", " expected", " expire",       " set for ", " set to ",
                         " upcoming ", " is to ",   " are to ",  " wird ",        " werden ",  " soll ",
                         " sollen ",   " geplant",  " begins ",  " takes place ", " aura lieu"}) ||
         has_word(context.after.substr(0, kNear),
                  {" will ", " is scheduled", " is expected", " is planned", "stattfinden", " soll "});
}

/// Dates of what lies further back: `since`, birthdays, anniversaries.
bool is_history(const Context& context) {
  return context.preposition == "since" || context.preposition == "seit" || context.preposition == "depuis" ||
         has_word(context.before.substr(context.before.size() > 70 ? context.before.size() - 70 : 0) + " ",
                  {" born ", " anniversary", " founded ", " established ", " geboren", " since ", " seit ", " historic",
                   " dating back"});
}

/// How well a date tells when the news happened; below 0 not at all.
int rank(const Context& context, std::size_t paragraph) {
  if (is_history(context)) return -1;
  if (is_future(context)) return -1;
  int value = 10 - static_cast<int>(std::min<std::size_t>(paragraph, 10));
  const View word = context.preposition;
  if (word == "on" || word == "am" || word == "le" || word == "el" || word == "vom") value += 4;
  if (word == "from" || word == "after" || word == "before" || word == "between" || word == "nach" || word == "vor")
    value -= 4;
  if (has_word(context.before, {" said", " told", " announced", " reported", " sagte", " teilte", " erklärte",
                                " killed", " struck", " met ", " signed", " died", " opened", " voted", " approved"})) {
    value += 2;
  }
  return value;
}

struct StoryDay {
  int month = 0;
  int day = 0;
};

std::optional<StoryDay> story_day(const PageLines& page, const Headline& headline, const Body& body) {
  constexpr int kUsable = 8;
  constexpr std::size_t kTop = 5;  // paragraphs that tell the news; below them is its history
  std::optional<StoryDay> best;
  int best_rank = kUsable - 1;
  // A dateline or a date without a year near the headline: `Jan. 3, 9:15 a.m.`
  for (std::size_t i = headline.first; i < std::min(body.begin, page.lines.size()); ++i) {
    const PageLine& line = page.lines[i];
    if (line.words > 8 || line.kind == LineKind::Caption || i == headline.last || line.text.size() > 60) continue;
    for (const DateMention& date : find_dates(line.text)) {
      if (date.day && !date.year) return StoryDay{date.month, *date.day};
    }
  }
  std::size_t paragraph = 0;
  for (const std::size_t at : body.summary) {
    for (const DateMention& date : find_dates(page.lines[at].text)) {
      if (!date.day || date.year) continue;
      if (const int value = rank(context_of(page.lines[at].text, date), 0); value > best_rank) {
        best_rank = value;
        best = StoryDay{date.month, *date.day};
      }
    }
  }
  for (const std::size_t at : body.lines) {
    if (paragraph >= kTop) break;
    for (const DateMention& date : find_dates(page.lines[at].text)) {
      if (!date.day || date.year) continue;
      const int value = rank(context_of(page.lines[at].text, date), paragraph);
      if (value > best_rank) {
        best_rank = value;
        best = StoryDay{date.month, *date.day};
      }
    }
    ++paragraph;
  }
  return best;
}

}  // namespace

std::optional<Day> infer_day(const PageLines& page, const Headline& headline, const Body& body) {
  const auto story = story_day(page, headline, body);
  if (!story) return std::nullopt;
  constexpr int kFirstPages = 1993;  // no page is older than the Web: earlier dates are history
  std::optional<Day> newest;
  std::optional<int> latest_year;  // the story is not older than this
  for (std::size_t i = headline.first; i < std::min(body.end, page.lines.size()); ++i) {
    const PageLine& line = page.lines[i];
    const bool counts = line.kind == LineKind::Caption || std::ranges::binary_search(body.lines, i) ||
                        (i < body.begin && line.words >= 6);
    if (!counts) continue;
    for (const DateMention& date : find_dates(line.text)) {
      if (!date.year || date.ambiguous || *date.year < kFirstPages) continue;
      const Context context = context_of(line.text, date);
      // A picture shows what was, whatever it announces.
      if (line.kind != LineKind::Caption && is_future(context)) continue;
      latest_year = std::max(latest_year.value_or(*date.year), *date.year);
      if (is_history(context)) continue;
      const Day day{*date.year, date.month, date.day.value_or(1)};
      if (!newest || day > *newest) newest = day;
    }
  }
  if (!newest) return std::nullopt;
  for (const int year : {newest->year, newest->year + 1}) {
    const Day day{year, story->month, story->day};
    if (!day.valid() || day < *newest) continue;
    // Something the page knows of happened after that: the evidence contradicts itself.
    if (latest_year && *latest_year > year) return std::nullopt;
    return day;
  }
  return std::nullopt;
}

}  // namespace morgue::extract
