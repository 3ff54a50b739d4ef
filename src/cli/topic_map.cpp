// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"
#include "extract/synonyms.h"
#include "formats/format.h"

namespace morgue::cli {
namespace {

template <typename Names>
std::string listed(const Names& names) {
  std::string out;
  for (const auto name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

TopicSection synonyms() {
  TopicSection section{"Names that are understood",
                       {"Where nothing is mapped, a field of the article is filled from the first of these paths that "
                        "the record has a value under. Case, blanks, - and _ in names do not count."},
                       {},
                       {}};
  for (const std::string_view field : extract::fillable_fields()) {
    section.rows.push_back({std::string(field), listed(extract::synonyms_of(field))});
  }
  return section;
}

}  // namespace

Topic map_topic() {
  return {
      "map",
      "How the fields of records become the fields of articles",
      5,
      {{"Mapping",
        {"The names of fields differ from dump to dump. Usual names are understood. For others say which path of the "
         "record fills which field of the article: on the command line with --map FIELD=PATH, any number of times, "
         "or in a file kept with the dump, named with --map-file FILE. A field that is mapped is looked for there "
         "and nowhere else; several paths for one field are all used. Look before you store with morgue ingest "
         "--dry-run."},
        {"$ morgue ingest --dry-run --map headline=title.main dump.json"},
        {}},
       {"The file",
        {"The file is TOML. All of it may be left out but what you need; an entry that is not known is an error."},
        {"format = \"csv\"", "source = \"Harbour Herald\"", "", "[map]", "headline = \"titel\"",
         "authors = [\"autor1\", \"autor2\"]", "body = \"file:texts/{id}.txt\""},
        {{"format", "format of the dumps, one of: " + listed(formats::format_names())},
         {"source", "outlet of all records, whatever they say"},
         {"records", "in XML of an unknown kind, the element that holds one record"},
         {"[map]", "fields of the article, each with a path or a list of paths"}}},
       {"Paths",
        {},
        {},
        {{"title", "the value under this name: a column of CSV, a member of a JSON object, an element of XML"},
         {"headline.main", "the value under a name in the value under a name"},
         {"credits.name", "of a list under a name, the value in each of its elements"},
         {"authors[0].name", "the same in one element, counted from 0; [] and [*] stand for all"},
         {"file:texts/{id}.txt", "for body only: the text of a file beside the dump, named by values of the record"}}},
       synonyms()}};
}

}  // namespace morgue::cli
