// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cheat_sheet.h"

#include <utility>

#include "query/fields.h"
#include "query/state_value.h"

namespace morgue::query {
namespace {

CheatSection words() {
  return {
      "Words",
      {"Case does not count, nor do accents: dvorak finds Dvořák. Words are looked for in headline, summary and body, "
       "in "
       "all the forms that they have in the languages of the archive. A phrase is looked for word for word, within the "
       "headline or within the body, not across. A word with a hyphen is also found written as one word or as two.",
       "* stands for any letters or none, ? for one; a word needs two other letters or digits. In a phrase a ? that "
       "ends "
       "a word is a question mark. In quotation marks \\\" \\\\ \\* and \\? stand for the signs themselves. ~1 finds "
       "words with one letter more, less, different or swapped with its neighbour, ~2 with two such changes; the word "
       "needs three letters for ~1 and five for ~2."},
      {{"WORD WORD", "both words, in all their forms", "dock strike"},
       {"\"PHRASE\"", "this phrase, word for word", "\"offer help with iran\""},
       {"=WORD", "exactly this word, accents as written", "=Strikes =Dvořák"},
       {"WO*D, WO?D", "* any letters, ? one letter", "negotiat* wom?n"},
       {"WORD~N", "spelt with 1 letter different, or 2", "Zelensky~1"},
       {"*", "every article", "*"}}};
}

CheatSection operators() {
  return {
      "Operators",
      {"Operators are written in upper case. The tightest stand first: fields and quotation marks, proximity, NOT, "
       "AND, OR. So -a w/3 b excludes articles with both near each other, and a b w/3 c asks for a and for b near c. "
       "In the shell a single word "
       "after a hyphen could be an option: write NOT word, or -- before it.",
       "The distance counts positions, 1 to 1000; adjacent words are 1 apart, and both words stand in the same part "
       "of the article: headline, summary or body. On either side go words, phrases, words with wildcards or ~, "
       "another proximity in parentheses, and groups of these with OR. Several in a row are read from the left. "
       "NEAR alone is NEAR/10, ADJ alone is ADJ/1; w and pre may be written in upper case, too."},
      {{"A w/N B", "at most N words apart; also NEAR/10", "strike w/10 union"},
       {"A pre/N B", "the same, in this order; also ADJ/2", "president pre/2 bush"},
       {"-A, NOT A", "without it; also alone", "strike -baseball"},
       {"A B, A AND B", "both, as without AND", "dock AND strike"},
       {"A OR B", "one or the other, or both", "strike OR walkout"},
       {"(A OR B) C", "a group, here on a side of proximity", "(dock* OR port) w/3 strike"}}};
}

std::string also(const FieldSpec& field) {
  std::string names;
  for (const std::string_view alias : field.aliases)
    names.append(names.empty() ? "; also " : ", ").append(alias).append(":");
  return names;
}

/// What stands for a value in the form of a field.
std::string value_of(const FieldSpec& field) {
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Value:
      return "WORDS";
    case FieldKind::Term:
      return "VALUE";
    case FieldKind::Number:
    case FieldKind::Count:
      return "N";
    case FieldKind::Date:
      return "DATE";
    case FieldKind::State:
      break;
  }
  if (field.id == FieldId::Changed) return "PART";
  return field.id == FieldId::Has ? "FIELD" : "STATE";
}

CheatRow row_of(const FieldSpec& field) {
  return {std::string(field.name) + ":" + value_of(field), std::string(field.description) + also(field),
          std::string(field.example)};
}

bool is_date(const FieldSpec& field) {
  return field.kind == FieldKind::Date;
}

bool is_state(const FieldSpec& field) {
  return field.kind == FieldKind::Count || field.kind == FieldKind::State;
}

CheatSection text_fields() {
  CheatSection section{
      "Fields",
      {"A field stands directly before its value, without a blank: a word, a phrase, or a group over which it is "
       "distributed. In names and labels (author to dateline) and notes words and phrases match parts of a value, = "
       "the "
       "whole of it. lang, site, url, key, collection and tagged always compare the whole value."},
      {}};
  for (const FieldSpec& field : fields()) {
    if (!is_date(field) && !is_state(field)) section.rows.push_back(row_of(field));
  }
  section.rows.push_back({"FIELD:=VALUE", "= the whole name or label", "author:=\"Jane Doe\""});
  section.rows.push_back({"FIELD:(...)", "each word of a group", "topic:(oil OR \"natural gas\")"});
  return section;
}

CheatSection dates() {
  CheatSection section{
      "Dates",
      {"A date stands for its whole span. An article whose date is known by month or year alone is found "
       "when all of that lies in the range. Relative dates count from today in UTC; weeks begin on "
       "Monday."},
      {}};
  for (const FieldSpec& field : fields()) {
    if (is_date(field)) section.rows.push_back(row_of(field));
  }
  section.rows.push_back({"date:DAY", "a day; 2025-06 is a month, 2025 a year", "date:2025-06-24"});
  section.rows.push_back({"date:..DATE, date:DATE..", "until then; 2020.. is from then on", "date:..1899"});
  section.rows.push_back({"date:Nd, Nw, Nm, Ny", "the last 7 days; also 2w, 3m, 1y", "date:7d"});
  section.rows.push_back({"date:last-week", "also today, yesterday, last-month, last-year", "date:last-week"});
  section.rows.push_back({"date:none", "articles without a date", "date:none"});
  for (const ShorthandSpec& shorthand : shorthands()) {
    section.rows.push_back(
        {std::string(shorthand.name) + ":DATE", std::string(shorthand.description), std::string(shorthand.example)});
  }
  return section;
}

CheatSection states() {
  CheatSection section{
      "Numbers and states",
      {"A revised article had another text before; a duplicate has nearly the same text as an article "
       "stored earlier. has: goes with every field that an article can lack, and with summary.",
       "changed: finds articles of which two successive revisions differ in " + changed_parts_list() + "."},
      {}};
  for (const FieldSpec& field : fields()) {
    if (is_state(field)) section.rows.push_back(row_of(field));
  }
  section.rows.push_back({"words:N..N", "a range; also words:>=N, <N, <=N, N", "words:200..500"});
  section.rows.push_back({"-has:FIELD", "the field is not known", "-has:topic"});
  return section;
}

}  // namespace

std::vector<CheatSection> cheat_sheet() {
  return {words(), operators(), text_fields(), dates(), states()};
}

}  // namespace morgue::query
