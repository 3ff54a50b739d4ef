// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/query_help.h"

#include <fmt/format.h>

#include "cli/roff.h"
#include "core/width.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kExampleColumns = 32;

}  // namespace

std::string help_page(const std::vector<query::CheatSection>& sheet) {
  std::string page = "What morgue search, count, facets and the others take as a query, by example.\n";
  for (const query::CheatSection& section : sheet) {
    page += "\n" + upper(section.title) + "\n";
    for (const query::CheatRow& row : section.rows) {
      const std::size_t width = column_width(row.example);
      const std::size_t gap = width < kExampleColumns ? kExampleColumns - width : 0;
      page += "  " + row.example + std::string(gap + 2, ' ') + row.meaning + "\n";
    }
  }
  page +=
      "\nTightest first: field and quotes, proximity, NOT, AND, OR. In the shell put the\n"
      "whole query in single quotes. More: man morgue-query\n";
  return page;
}

std::string manual_page(const std::vector<query::CheatSection>& sheet) {
  std::string page = fmt::format(
      ".\\\" Made by `morgue help query --man`; do not edit.\n"
      ".Dd {}\n.Dt MORGUE-QUERY 7\n.Os\n"
      ".Sh NAME\n.Nm morgue-query\n.Nd the query language of morgue\n"
      ".Sh DESCRIPTION\n"
      "A query is what\n.Ic morgue search\nand the other commands that look for articles are given.\n"
      "Words next to each other must all occur.\n"
      "A query that is not understood is an error that shows the spot, never a guess.\n"
      "In the shell a query stands best in single quotes:\n"
      ".Pp\n.Dl morgue search \\(aqauthor:smith \\(dqdock strike\\(dq date:1926\\(aq\n",
      kManualDate);
  for (const query::CheatSection& section : sheet) {
    page += ".Ss " + roff(section.title) + "\n";
    bool first = true;
    for (const std::string& text : section.details) {
      if (!first) page += ".Pp\n";
      first = false;
      page += roff_paragraph(text);
    }
    page += ".Bl -tag -width Ds\n";
    for (const query::CheatRow& row : section.rows) {
      page += ".It Ic \"" + roff(row.form) + "\"\n" + roff(sentence(row.meaning)) + "\n.Pp\n.Dl \"" +
              roff(row.example) + "\"\n";
    }
    page += ".El\n";
  }
  return page + ".Sh SEE ALSO\n.Ic morgue help query\nshows this on one page.\n";
}

}  // namespace morgue::cli
