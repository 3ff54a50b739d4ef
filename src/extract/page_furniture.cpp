// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/page_words.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

bool contains_any(View text, std::initializer_list<View> words) {
  return std::ranges::any_of(words, [text](View word) { return text.find(word) != View::npos; });
}

/// Without what sites put around a label: `12 Comments`, `Related:`, `Read more »`, `+ Follow`, `Show More…`.
View bare(View line) {
  constexpr View kAround = ":.->+()[] 0123456789";
  constexpr std::array<View, 6> kWide = {"\u00bb", "\u203a", "\u2192", "\u2026", "\u2013", "\u2014"};
  for (bool again = true; again && !line.empty();) {
    again = false;
    const std::size_t begin = line.find_first_not_of(kAround);
    if (begin == View::npos) return {};
    line = line.substr(begin, line.find_last_not_of(kAround) + 1 - begin);
    for (const View sign : kWide) {
      const bool before = line.starts_with(sign);
      if (before) line.remove_prefix(sign.size());
      const bool behind = line.ends_with(sign);
      if (behind) line.remove_suffix(sign.size());
      again = again || before || behind;
    }
  }
  return line;
}

/// `11:05 p.m.`, `14.30 Uhr` alone: the hours of a live blog.
bool is_clock(View low) {
  constexpr std::size_t kLongest = 14;
  if (low.size() > kLongest || low.empty() || low.front() < '0' || low.front() > '9') return false;
  const std::size_t minutes = low.find_first_of(":.");
  if (minutes == View::npos || minutes > 2 || low.find_first_of("0123456789", minutes) != minutes + 1) return false;
  const std::size_t rest = low.find_first_not_of("0123456789:.");
  if (rest == View::npos) return low.size() <= 8 && low.find(':') != View::npos;
  const std::size_t word = low.find_first_not_of(' ', rest);
  if (word == View::npos) return false;
  const View unit = low.substr(word);
  return unit == "am" || unit == "pm" || unit == "a.m." || unit == "p.m." || unit == "uhr";
}

bool is_rights_notice(View low) {
  // `© Jane Roe/agency` below a picture is a credit.
  if (low.starts_with("\u00a9")) {
    constexpr std::size_t kLongestCredit = 60;
    return low.size() > kLongestCredit ||
           contains_any(low, {"19", "20", "right", "rechte", "gmbh", "ltd", "inc.", "llc"});
  }
  return (low.starts_with("copyright ") || low.starts_with("(c) ")) &&
         contains_any(low, {"19", "20", "rights reserved", "\u00a9"});
}

/// A box addressed to the reader about the site's own services. One sign alone is an ordinary word of the news.
bool is_promotion(View low) {
  const bool reader = contains_any(low, {"your ", " you ", "you'", "our ", " us ", " us.", "we ", " my ", "ihr", "sie ",
                                         "unser", " uns ", "wir ", "notre", "votre", "nos ", "vous ", "nuestr"});
  int services = 0;
  services += contains_any(low, {"newsletter", "inbox", "postfach", "morning briefing", "daily briefing"}) ? 2 : 0;
  services += contains_any(low, {"cookie", "privacy policy", "privacy notice", "terms of service", "terms of use",
                                 "terms and conditions", "datenschutzerklärung", "personal data"})
                  ? 2
                  : 0;
  services += contains_any(low, {"sign up", "subscribe", "unsubscribe", "abonnieren", "sign in", "log in", "register ",
                                 "anmelden", "einwilligung", "consent"})
                  ? 1
                  : 0;
  services += contains_any(low, {"support our journalism", "support independent", "become a member", "our journalism",
                                 "download our app", "download the app", "our app", "make a donation", "subscriber",
                                 "subscription", "add us as", "google news", "whatsapp channel", "telegram channel"})
                  ? 1
                  : 0;
  const bool opens = low.starts_with("sign up") || low.starts_with("subscribe") || low.starts_with("get ") ||
                     low.starts_with("join ") || low.starts_with("download") || low.starts_with("follow ") ||
                     low.starts_with("by clicking") || low.starts_with("by signing") ||
                     low.starts_with("by subscribing") || low.starts_with("by entering") ||
                     low.starts_with("enter your");
  // `Sign up for The Morning Tide` and no more.
  constexpr std::ptrdiff_t kHeading = 8;
  const bool heading =
      (low.starts_with("sign up for ") || low.starts_with("subscribe to ")) && std::ranges::count(low, ' ') < kHeading;
  return heading || (services >= 2 ? (reader || opens) : (services == 1 && (reader && opens)));
}

}  // namespace

bool is_furniture_label(View label) {
  const std::string low = folded(label);
  const View item = bare(low);
  return is_skip_label(item) || is_box_label(item) || is_wall_label(item);
}

bool is_list_head(View line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  const std::string low = folded(line);
  for (const View opening :
       {"most ", "trending", "more from", "more in ", "more on ", "more news", "more stories", "latest", "popular",
        "meistgelesen", "mehr aus", "mehr von", "am beliebtesten", "lo más", "mest "}) {
    if (low.starts_with(opening)) return true;
  }
  return false;
}

bool is_reading_time(View line) {
  constexpr std::size_t kLongest = 48;
  if (line.size() > kLongest || line.find_first_of("0123456789") == View::npos) return false;
  const std::string low = folded(line);
  return contains_any(low,
                      {"min read",         "mins read", "minute read",     "minutes read",     "min. read",
                       "reading time",     "read time", "lesezeit",        "min lesen",        "minuten lesen",
                       "min. lesedauer",   "lesedauer", "min de lecture",  "temps de lecture", "min de lectura",
                       "tempo di lettura", "leestijd",  "minutes to read", "min. lesezeit",    "minutes de lecture"});
}

std::size_t topics_heading(View line) {
  constexpr std::size_t kLongest = 24;
  constexpr View kHeads[] = {"tags",
                             "topics",
                             "topic",
                             "filed under",
                             "related topics",
                             "themen",
                             "schlagworte",
                             "schlagwörter",
                             "stichworte",
                             "tagged",
                             "keywords",
                             "temas",
                             "etiquetas",
                             "thèmes",
                             "mots-clés",
                             "mots clés",
                             "topics in this story",
                             "in this story",
                             "archivado en",
                             "trefwoorden",
                             "tag",
                             "explore more on these topics",
                             "more on"};
  const std::size_t colon = line.find(':');
  const View head = line.substr(0, colon);
  if (head.size() > kLongest + 8 || std::ranges::find(kHeads, View(folded(head))) == std::end(kHeads)) return 0;
  return colon == View::npos ? line.size() : colon + 1;
}

std::optional<LineKind> furniture_kind(const PageLine& line) {
  constexpr std::size_t kLongestLabel = 60;
  constexpr std::size_t kLongestOpening = 240;
  constexpr std::size_t kLongestPromotion = 600;
  if (line.text.size() > kLongestPromotion) return std::nullopt;
  const std::string low = folded(line.text);
  if (is_reading_time(line.text)) return LineKind::ReadingTime;
  if (low.size() <= kLongestLabel) {
    const View label = bare(low);
    if (label.empty() || is_clock(low)) return LineKind::Skip;
    if (is_skip_label(label)) return LineKind::Skip;
    if (is_wall_label(label)) return LineKind::Wall;
    if (is_box_label(label)) return LineKind::Box;
    if (label == "updated" || label == "updated:") return LineKind::Skip;
  }
  if (low.size() <= kLongestOpening) {
    // Without a colon, `Follow` and `Share` begin sentences too.
    const bool sure = !line.ends_sentence || low.substr(0, low.find(' ')).ends_with(':') || low.find(": ") < 24;
    if (opens_skip(low) && !line.several_sentences && sure) return LineKind::Skip;
    const bool list = topics_heading(line.text) > 0;
    if (list || (opens_wall(low) && !line.ends_sentence) || is_rights_notice(low)) return LineKind::Wall;
  }
  return is_promotion(low) ? std::optional(LineKind::Promotion) : std::nullopt;
}

}  // namespace morgue::extract
