// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/mark_kinds.h"

#include <unordered_map>

namespace morgue::webpage {
namespace {

using View = std::string_view;
using Table = std::unordered_map<View, MarkKinds>;

void add(Table& table, MarkKinds kind, std::initializer_list<View> words) {
  for (const View word : words) table[word] = static_cast<MarkKinds>(table[word] | kind);
}

Table make_table() {
  Table table;
  add(table, mark_kind::kAuthor,
      {"author",      "authors",      "byline",  "bylines",    "autor",         "autoren",   "auteur",    "auteurs",
       "autore",      "autori",       "autores", "creator",    "writer",        "reporter",  "reporters", "journalist",
       "skribent",    "vcard",        "fn",      "signature",  "firma",         "redakteur", "yazar",     "forfatter",
       "contributor", "contributors", "by",      "authorname", "articleauthor", "username",  "poster",    "verfasser"});
  add(table, mark_kind::kDate,
      {"date",      "dates",         "time",   "published",  "pubdate",   "publish",  "datetime",
       "timestamp", "datum",         "fecha",  "posted",     "updated",   "dateline", "postdate",
       "pubtime",   "datepublished", "meta",   "postmeta",   "entrymeta", "info",     "publication",
       "tarih",     "dato",          "byline", "publishing", "modified",  "created"});
  add(table, mark_kind::kTag,
      {"tag", "tags", "topics", "topic", "keywords", "keyword", "themen", "thema", "temas", "taglist", "hashtags",
       "schlagworte", "schlagwort", "tagcloud", "etiquetas"});
  add(table, mark_kind::kTitle, {"headline", "title"});
  add(table, mark_kind::kApart,
      {"teaser",     "teasers",   "related",  "recommended", "recommendations", "recirculation", "comment",
       "comments",   "footer",    "sidebar",  "menu",        "navigation",      "disqus",        "outbrain",
       "taboola",    "recommend", "mostread", "trending",    "respond",         "breadcrumb",    "breadcrumbs",
       "kommentare", "widget",    "popular",  "newsletter"});
  add(table, mark_kind::kOwn, {"header", "main", "content", "author", "entry", "post"});
  return table;
}

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

MarkKinds mark_kinds(std::string_view marks) {
  static const Table kTable = make_table();
  MarkKinds kinds = 0;
  for (std::size_t begin = 0; begin < marks.size();) {
    std::size_t end = begin;
    while (end < marks.size() && is_word_char(marks[end])) ++end;
    if (end > begin) {
      if (const auto found = kTable.find(marks.substr(begin, end - begin)); found != kTable.end()) {
        kinds = static_cast<MarkKinds>(kinds | found->second);
      }
    }
    begin = end + 1;
  }
  return kinds;
}

}  // namespace morgue::webpage
