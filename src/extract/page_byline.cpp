// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "extract/page_dates.h"
#include "extract/page_furniture.h"
#include "extract/page_marks.h"
#include "text/date_words.h"
#include "text/name_case.h"
#include "text/name_words.h"
#include "text/names.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

/// What a byline opens with, in lower case.
constexpr View kLeads[] = {"by ",
                           "by: ",
                           "von: ",
                           "von ",
                           "par ",
                           "por ",
                           "door ",
                           "av ",
                           "af ",
                           "di ",
                           "written by ",
                           "story by ",
                           "words by ",
                           "text by ",
                           "report by ",
                           "reporting by ",
                           "posted by ",
                           "author: ",
                           "authors: ",
                           "autor: ",
                           "autorin: ",
                           "autoren: ",
                           "text: ",
                           "analysis by ",
                           "opinion by ",
                           "review by ",
                           "published by ",
                           "presented by ",
                           "interview by ",
                           "ein bericht von ",
                           "eine analyse von ",
                           "ein kommentar von ",
                           "interview von ",
                           "kommentar von ",
                           "redacción: "};
constexpr View kLoneLeads[] = {
    "by",       "by:",      "von",      "par",         "por",          "door",    "written by",
    "author",   "authors",  "author:",  "authors:",    "autor",        "autorin", "autor:",
    "autorin:", "story by", "words by", "reported by", "reporting by", "byline"};

constexpr View kGenres[] = {"kommentar", "kolumne", "analyse",    "interview", "gastbeitrag", "essay",
                            "reportage", "glosse",  "rezension",  "porträt",   "bericht",     "analysis",
                            "opinion",   "review",  "column",     "comment",   "commentary",  "article",
                            "reporting", "story",   "foto-essay", "report"};

/// Keeps offsets, unlike folded().
std::string ascii_lower(View text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

template <std::size_t N>
std::size_t lead_of(const View (&leads)[N], View low) {
  std::size_t length = 0;
  for (const View lead : leads) {
    if (!low.empty() && lead.front() == low.front() && low.starts_with(lead)) length = std::max(length, lead.size());
  }
  return length;
}

/// Length of what opens a byline, a kind of text before it included: `Kommentar von `, `Analysis by `.
std::size_t lead_length(View line) {
  const std::string low = ascii_lower(line.substr(0, 48));
  if (const std::size_t lead = lead_of(kLeads, low); lead > 0) return lead;
  const std::size_t blank = low.find(' ');
  if (blank == std::string::npos || std::ranges::find(kGenres, View(low).substr(0, blank)) == std::end(kGenres))
    return 0;
  const std::size_t lead = lead_of(kLeads, View(low).substr(blank + 1));
  return lead == 0 ? 0 : blank + 1 + lead;
}

bool is_upper(View word) {
  if (word.empty()) return false;
  const auto c = static_cast<unsigned char>(word.front());
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xE3 && c <= 0xED) return true;  // scripts of East Asia know no capitals
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
  return text::lower_case(word.substr(0, end)) != word.substr(0, end);
}

std::string lower_word(View word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ':')) word.remove_suffix(1);
  return folded(word);
}

bool is_joint(View low) {
  return low == "and" || low == "und" || low == "&" || low == "et" || low == "y" || low == "with" || low == "og" ||
         low == "och" || low == "e" || low == "en" || low == "|";
}

/// The part of a byline before the first digit: `By Jane Doe | June 24` names nobody from there on.
View before_date(View line) {
  std::size_t end = std::min(line.size(), line.find_first_of("0123456789"));
  for (const DateMention& date : find_dates(line)) end = std::min(end, date.begin);
  for (const View label :
       {"Published", "Updated", "Posted", " PUBLISHED", " UPDATED", " aktualisiert", " veröffentlicht"}) {
    const std::size_t at = line.find(label);
    if (at != View::npos && at > 3) end = std::min(end, at);
  }
  View out = line.substr(0, end);
  while (!out.empty() &&
         (out.back() == ' ' || out.back() == '|' || out.back() == ',' || out.back() == '-' || out.back() == '(')) {
    out.remove_suffix(1);
  }
  return out;
}

/// Capitalised words joined by particles and conjunctions.
bool looks_like_names(View text, std::size_t fewest, std::size_t most) {
  const auto words = words_of(text, most + 2);
  if (words.size() < fewest || words.size() > most) return false;
  return std::ranges::all_of(words, [](View word) {
    const std::string low = lower_word(word);
    return is_upper(word) || text::is_particle(low) || is_joint(low);
  });
}

}  // namespace

bool is_byline_lead(View line) {
  constexpr std::size_t kLongest = 24;
  if (line.size() > kLongest) return false;
  const std::string low = ascii_lower(line);
  View lead = low;
  const std::size_t blank = low.find(' ');
  if (blank != View::npos && std::ranges::find(kGenres, lead.substr(0, blank)) != std::end(kGenres)) {
    lead.remove_prefix(blank + 1);
  }
  return std::ranges::find(kLoneLeads, lead) != std::end(kLoneLeads);
}

std::vector<std::string> byline_names(View line) {
  const std::size_t lead = lead_length(line);
  return text::split_byline(before_date(line.substr(lead)));
}

bool is_byline(const PageLine& line) {
  constexpr std::size_t kLongest = 240;
  constexpr std::uint32_t kMostWords = 30;
  if (line.text.size() > kLongest || line.words > kMostWords || line.words < 2) return false;
  const std::size_t lead = lead_length(line.text);
  if (lead == 0 || lead >= line.text.size()) return false;
  const View named = before_date(line.text.substr(lead));
  const auto words = words_of(named);
  if (words.empty() || !is_upper(words.front())) return false;
  // A sentence that begins with `By` or `Von` has few capitals: `By Monday the water had gone.`
  std::size_t upper = 0;
  for (const View word : words) {
    const std::string item = lower_word(word);
    upper += is_upper(word) || is_joint(item) || text::is_particle(item) || text::is_role_noun(item) ||
                     text::is_role_modifier(item) || item == "in" || item == "for" || item == "at"
                 ? 1
                 : 0;
  }
  if (upper * 4 < words.size() * 3 || (line.ends_sentence && words.size() > 8)) return false;
  const std::string first = text::fold_date_word(words.front());
  return !text::month_from_word(first) && !text::is_weekday_word(first) && !is_furniture_label(named);
}

bool is_name_line(const PageLine& line) {
  constexpr std::size_t kLongest = 120;
  constexpr std::size_t kLongestName = 40;
  if (line.text.size() > kLongest || line.words < 2 || line.words > 14) return false;
  if (line.kind != LineKind::Label && line.kind != LineKind::Title && line.kind != LineKind::Sentence) return false;
  if (line.text.find_first_of("0123456789:;!?\"()/+%$@#") != View::npos || line.several_sentences) return false;
  if (line.ends_sentence && !line.text.ends_with("Jr.") && !line.text.ends_with("Sr.")) return false;
  if (!looks_like_names(line.text, 2, 14)) return false;
  if (text::is_long_place(folded(line.text))) return false;
  for (const View quote : {"\u201e", "\u201c", "\u201d", "\u00ab", "\u00bb", "\u2018"}) {
    if (line.text.find(quote) != View::npos) return false;
  }
  for (const View word : words_of(line.text)) {
    if (is_furniture_label(word)) return false;
  }
  const auto names = text::split_byline(line.text);
  if (names.empty()) return false;
  std::size_t covered = 0;
  for (const std::string& name : names) {
    const std::size_t words = words_of(name).size();
    if (words < 2 || words > 4 || name.size() > kLongestName) return false;
    covered += words;
  }
  if (line.text.find('|') != View::npos && names.size() < 2) return false;
  // What split_byline left out must be conjunctions: a place or a role beside the name would be something else.
  return covered + 2 * names.size() - 1 > line.words;
}

bool is_role_line(const PageLine& line) {
  constexpr std::size_t kLongest = 90;
  if (line.text.size() > kLongest || line.words > 10 || line.ends_sentence) return false;
  if (line.kind == LineKind::Byline || line.kind == LineKind::DateLine) return false;
  const auto words = words_of(line.text);
  return std::ranges::any_of(words, [](View word) {
    const std::string low = lower_word(word);
    return text::is_role_noun(low) || low == "redaktion" || low == "leiterin" || low == "leiter" || low == "ressort";
  });
}

bool is_date_line(const PageLine& line) {
  constexpr std::size_t kLongest = 160;
  constexpr std::size_t kMostOtherWords = 12;
  if (line.text.size() > kLongest || line.text.find_first_of("0123456789") == View::npos) return false;
  if (line.text.ends_with('?') || line.text.ends_with('!')) return false;
  std::size_t covered = 0;
  bool full = false;
  for (const DateMention& date : find_dates(line.text)) {
    full = full || date.full();
    covered += words_of(line.text.substr(date.begin, date.end - date.begin)).size();
  }
  if (!full) return false;
  const auto words = words_of(line.text);
  if (words.size() > covered + kMostOtherWords) return false;
  constexpr std::array<View, 34> kLabels = {"on",
                                            "at",
                                            "am",
                                            "um",
                                            "uhr",
                                            "pm",
                                            "a.m",
                                            "p.m",
                                            "updated",
                                            "published",
                                            "posted",
                                            "last",
                                            "by",
                                            "von",
                                            "de",
                                            "del",
                                            "of",
                                            "and",
                                            "le",
                                            "el",
                                            "den",
                                            "aktualisiert",
                                            "vom",
                                            "stand",
                                            "modified",
                                            "min",
                                            "read",
                                            "erschienen",
                                            "veröffentlicht",
                                            "publié",
                                            "mis",
                                            "jour",
                                            "date",
                                            "first"};
  constexpr View kSeparators[] = {"|", "•", "·", " / ", " - ", " – ", ":"};
  std::size_t other = 0;
  std::size_t labels = 0;
  for (const View word : words) {
    const std::string low = lower_word(word);
    if (std::ranges::find(kLabels, View(low)) != kLabels.end()) {
      labels += low.size() > 4 || low == "by" || low == "von" ? 1 : 0;
    } else if (low.find_first_of("0123456789") == std::string::npos &&
               !text::is_weekday_word(text::fold_date_word(word)) &&
               !text::month_from_word(text::fold_date_word(word)) && !text::zone_offset_from_word(low)) {
      ++other;
    }
  }
  const bool parts =
      labels > 0 || std::ranges::any_of(kSeparators, [&](View sign) { return line.text.find(sign) != View::npos; });
  return other <= (parts ? 7U : 2U);
}

}  // namespace morgue::extract
