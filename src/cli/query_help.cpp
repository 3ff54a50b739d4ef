// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/query_help.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/width.h"
#include "text/utf8.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kExampleColumns = 32;
constexpr std::size_t kLineBytes = 80;
constexpr std::string_view kManualDate = "November 23, 2026";  ///< of the last change to what the manual page says

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

/// Text that roff shows as it is: no escapes, no control lines, ASCII.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t here = pos;
    const char32_t c = text::next_code_point(text, pos);
    if (c == U'\\') {
      out += "\\e";
    } else if (c == U'"') {
      out += "\\(dq";
    } else if (c == U'-') {
      out += "\\-";
    } else if (c == U'~') {
      out += "\\(ti";
    } else if (c == U'\'') {
      out += "\\(aq";
    } else if (c >= 0x80) {
      out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(c));
    } else {
      out += text.substr(here, pos - here);
    }
  }
  return out;
}

/// Each sentence begins a line, as mdoc wants it, and no line is longer than 80 bytes.
std::string paragraph(std::string_view text) {
  std::string out;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.size() + 1 + roff(word).size() > kLineBytes) {
      out += line + "\n";
      line.clear();
    }
    line += line.empty() ? roff(word) : " " + roff(word);
    if (word.ends_with('.') || text.empty()) {
      out += line + "\n";
      line.clear();
    }
  }
  return out;
}

std::string sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = upper(text.substr(0, 1)).front();
  return text + ".";
}

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
      page += paragraph(text);
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
