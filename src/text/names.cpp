// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/name_case.h"
#include "text/name_parts.h"
#include "text/name_words.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

using View = std::string_view;
using Words = NameWords;

constexpr std::size_t kLongestByline = 2000;

/// What comes before the names; longest first. Compared in lower case.
constexpr View kLeads[] = {"reporting and writing by ",
                           "additional reporting by ",
                           "photographs by ",
                           "reporting by ",
                           "written by ",
                           "writing by ",
                           "posted by ",
                           "published by ",
                           "submitted by ",
                           "words by ",
                           "story by ",
                           "text by ",
                           "analysis by ",
                           "opinion by ",
                           "commentary by ",
                           "compiled by ",
                           "by: ",
                           "by ",
                           "author: ",
                           "authors: ",
                           "autor: ",
                           "autorin: ",
                           "text: ",
                           "from ",
                           "\u6587/",
                           "\u6587\uff0f",
                           "\u6587\uff1a",
                           "\u64b0\u6587\uff1a",
                           "\u4f5c\u8005\uff1a",
                           "\u4f5c\u8005:"};
/// The same in other languages; these are also parts of names, so they need two words behind them.
constexpr View kForeignLeads[] = {"von ", "par ", "por ", "door ", "av ", "af ", "di ", "od ", "przez "};
/// Roles that Chinese bylines put right before a name.
constexpr View kCjkRoles[] = {"\u7279\u7d04\u8a18\u8005",
                              "\u5be6\u7fd2\u8a18\u8005",
                              "\u898b\u7fd2\u8a18\u8005",
                              "\u672c\u5831\u8a18\u8005",
                              "\u7279\u7ea6\u8bb0\u8005",
                              "\u5b9e\u4e60\u8bb0\u8005",
                              "\u89c1\u4e60\u8bb0\u8005",
                              "\u672c\u62a5\u8bb0\u8005",
                              "\u8a18\u8005",
                              "\u8bb0\u8005",
                              "\u8b6f\u8005",
                              "\u8bd1\u8005"};
/// Credits that are not authorship: everything behind them up to the next semicolon.
constexpr View kOtherCredits[] = {"editing by ",       "edited by ",      "translated by ", "illustration by ",
                                  "illustrations by ", "photography by ", "photos by ",     "photo by ",
                                  "video by ",         "graphics by "};

/// One name with what separated it from the one before.
struct Piece {
  std::string text;
  bool after_comma = false;
};

void erase_parentheses(std::string& text) {
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const std::size_t close = text.find(')', open);
    text.erase(open, close == std::string::npos ? close : close + 1 - open);
  }
}

/// Takes every lead off the front. Leads of other languages only before a whole name.
View strip_leads(View text) {
  for (bool again = true; again;) {
    again = false;
    text = trim(text, " :-");
    const std::string lower = lower_case(text.substr(0, std::min<std::size_t>(text.size(), 64)));
    for (const View lead : kLeads) {
      if (lower.starts_with(lead)) {
        text.remove_prefix(lead.size());
        again = true;
        break;
      }
    }
    for (const View lead : kForeignLeads) {
      if (again || !lower.starts_with(lead)) continue;
      const View rest = trim(text.substr(lead.size()), " ");
      // `von der Leyen` and `Di Maria` are names; `Von Erika Muster` is a byline.
      const bool capital = text.front() >= 'A' && text.front() <= 'Z';
      const Words behind = words_of(rest);
      if (capital && behind.size() >= 2 && !is_particle(behind.front())) {
        text = rest;
        again = true;
      }
    }
  }
  return text;
}

/// Length of a separator between names at `pos`, else 0. `comma` tells the weak separators.
std::size_t separator_at(View text, std::size_t pos, bool& comma) {
  constexpr View kStrong[] = {";",      "|",  " & ",      " / ",      "/",   "\u2022", " \u00b7 ",
                              "\u3001", "\n", " \u2013 ", " \u2014 ", " - ", "\uff06"};
  constexpr View kWords[] = {" and ", " und ",  " et ",   " og ", " och ",    " en ", " y ",
                             " e ",   " with ", " avec ", " ve ", " \u0438 ", " i ",  " x "};
  const View rest = text.substr(pos);
  comma = false;
  for (const View separator : kStrong) {
    if (rest.starts_with(separator)) return separator.size();
  }
  if (rest.starts_with(",") || rest.starts_with("\uff0c")) {
    comma = true;
    return rest.front() == ',' ? 1 : 3;
  }
  if (rest.front() != ' ') return 0;
  const std::string lower = lower_case(truncate_utf8(rest, 8));
  for (const View word : kWords) {
    if (!lower.starts_with(word)) continue;
    if (word == " and " || word == " und " || word == " with " || word == " avec ") return word.size();
    // Words of one or two letters join names in one language and stand inside a name in another: `Ortega y Gasset`.
    const std::size_t left = text.find_last_of(",;&", pos);
    const View before = text.substr(left == View::npos ? 0 : left + 1, pos - (left == View::npos ? 0 : left + 1));
    const bool cjk = count_cjk(before) > 0;
    const std::size_t minimum = word == " x " ? (cjk ? 1 : 99) : 2;
    if (words_of(before).size() >= minimum && words_of(rest.substr(word.size())).size() >= minimum) return word.size();
  }
  return 0;
}

std::vector<Piece> split(View text) {
  std::vector<Piece> pieces;
  Piece current;
  for (std::size_t pos = 0; pos < text.size();) {
    if (pos == 0 || text[pos - 1] == ' ') {
      // An address is one word: its slashes and dashes separate nothing.
      const View word = text.substr(pos, std::min(text.find(' ', pos), text.size()) - pos);
      if (word.find("://") != View::npos || word.starts_with("www.")) {
        pos += word.size();
        continue;
      }
    }
    bool comma = false;
    const std::size_t length = separator_at(text, pos, comma);
    if (length == 0) {
      const std::size_t begin = pos;
      next_code_point(text, pos);
      current.text += text.substr(begin, pos - begin);
      continue;
    }
    pieces.push_back(std::move(current));
    current = {};
    current.after_comma = comma;
    pos += length;
    // `A, and B`: the conjunction behind a comma is part of the separator.
    if (comma && lower_case(text.substr(pos, 5)) == " and ") {
      pos += 4;
      current.after_comma = false;
    }
  }
  pieces.push_back(std::move(current));
  return pieces;
}

/// Cuts a job title off the end (`Jane Doe Senior Political Reporter`); empty when nothing but the title was there.
void strip_role(Words& words) {
  if (words.empty() || !is_role_noun(bare(words.back()))) return;
  std::size_t keep = words.size() - 1;
  while (keep > 0 && (is_role_modifier(bare(words[keep - 1])) || is_role_noun(bare(words[keep - 1])))) --keep;
  // `Herald Editors` signs for a desk; `Jane Doe, Editors` does not occur.
  if (keep == 1 && words.size() == 2 && is_desk(words)) return;
  words.resize(keep < 2 ? 0 : keep);
}

/// Cuts ` in Washington`, ` for Example News`, ` at ...`, ` of ...` behind a name.
void strip_place(Words& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::string word = lower_case(words[i]);
    if (word == "in" || word == "for" || word == "at" || word == "of" || word == "from" || word == "aus" ||
        word == "f\u00fcr" || word == "pour" || word == "para") {
      words.resize(i);
      return;
    }
  }
}

/// Roles that Korean bylines put behind a name.
constexpr View kCjkRolesBehind[] = {" \uae30\uc790", "\uae30\uc790", " \ud2b9\ud30c\uc6d0"};

std::string strip_cjk_role(std::string name) {
  for (const View role : kCjkRolesBehind) {
    if (!name.ends_with(role)) continue;
    const View rest = trim(View(name).substr(0, name.size() - role.size()), " ");
    const std::size_t characters = count_cjk(rest);
    if (characters >= 2 && characters <= 4 && characters * 3 == rest.size()) return std::string(rest);
  }
  for (const View role : kCjkRoles) {
    if (!name.starts_with(role)) continue;
    const View rest = trim(View(name).substr(role.size()), " :");
    const std::size_t characters = count_cjk(rest);
    if (characters >= 2 && characters <= 4 && characters * 3 == rest.size()) return std::string(rest);
    break;
  }
  return name;
}

/// A trailing full stop that ends the byline, not an initial or `Jr.`.
void strip_full_stop(std::string& name) {
  if (!name.ends_with('.')) return;
  const std::string last = bare(words_of(name).back());
  if (last.size() <= 2 || is_name_suffix(last) || last.find('.') != std::string::npos) return;
  name.pop_back();
}

/// The name in a piece, or nothing.
std::string clean_name(View piece) {
  Words words = words_of(strip_leads(trim(piece, " \t\"*_:-")));
  // `twitter.com janedoe`: what stands behind an address belongs to it.
  if (!words.empty() && looks_like_address(words.front()) && words.size() <= 2) return {};
  if (words.size() == 2 && looks_like_address(words.back())) return {};
  std::erase_if(words, [](const std::string& word) { return looks_like_address(word); });
  while (words.size() > 2 && is_title(bare(words.front()))) words.erase(words.begin());
  while (words.size() > 1 && is_degree(bare(words.back())) && words.back() != "Ma") words.pop_back();
  strip_place(words);
  strip_role(words);
  std::string name = strip_cjk_role(join(words));
  name = std::string(trim(name, " \t\"*_:,"));
  if (!name.empty()) strip_full_stop(name);
  return recase_name(name);
}

class NameList {
 public:
  void add(std::string name) {
    const std::string key = fold_value(name);
    if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return;
    keys_.push_back(key);
    names_.push_back(std::move(name));
  }
  [[nodiscard]] bool empty() const { return names_.empty(); }
  [[nodiscard]] std::string& back() { return names_.back(); }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> keys_;
};

/// A single word or a place behind a comma qualifies the name before it: `Jane Doe, London`.
bool is_qualifier(const Piece& piece, const std::string& name, bool is_first) {
  if (is_first || !piece.after_comma || count_cjk(name) > 0) return false;
  const std::string lower = lower_case(name);
  if (is_agency(lower)) return false;
  return words_of(name).size() == 1 || is_long_place(lower);
}

/// `Brad Schade Reuters`: the agency without its comma.
std::optional<std::string> trailing_agency(std::string& name) {
  Words words = words_of(name);
  if (words.size() < 3 || !is_agency(bare(words.back())) || words.back().size() < 3) return std::nullopt;
  std::string agency = std::move(words.back());
  words.pop_back();
  const std::string joint = lower_case(words.back());
  if (joint == "et" || joint == "y" || joint == "e" || joint == "og" || joint == "och" || joint == "en")
    words.pop_back();
  name = join(words);
  return agency;
}

}  // namespace

std::vector<std::string> split_byline(std::string_view byline) {
  std::string text = clean_line(truncate_utf8(byline, kLongestByline));
  erase_parentheses(text);
  NameList names;
  bool other_credit = false;
  for (const Piece& piece : split(text)) {
    const std::string lower = lower_case(trim(piece.text, " "));
    const bool starts_other = std::any_of(std::begin(kOtherCredits), std::end(kOtherCredits),
                                          [&](View credit) { return lower.starts_with(credit); });
    const bool starts_lead =
        std::any_of(std::begin(kLeads), std::end(kLeads), [&](View lead) { return lower.starts_with(lead); });
    if (starts_other) other_credit = true;
    if (starts_lead) other_credit = false;
    std::string name = clean_name(piece.text);
    if (other_credit && !is_agency(lower_case(name))) continue;
    if (name.empty()) continue;
    if (!names.empty() && is_name_suffix(bare(name)) && piece.after_comma) {
      names.back() += ' ' + name;
      continue;
    }
    const auto agency = trailing_agency(name);
    if (is_qualifier(piece, name, names.empty()) || !plausible_author(name)) continue;
    names.add(std::move(name));
    if (agency) names.add(*agency);
  }
  return names.take();
}

}  // namespace morgue::text
