// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <array>

#include "render/citation.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/web_address.h"

namespace morgue::render {
namespace {

/// Without a lone brace: BibTeX counts them, whatever stands before them.
std::string_view latex_of(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : sanitise_line(text)) {
    const std::string_view latex = latex_of(c);
    if (latex.empty()) {
      out += c;
    } else {
      out += latex;
    }
  }
  return out;
}

void add_field(std::string& out, std::string_view name, std::string_view latex) {
  if (!latex.empty()) out += fmt::format("  {:<12} = {{{}}},\n", name, latex);
}

/// `van Beethoven, Jr., Ludwig`; braces keep a name whole.
std::string bibtex_name(const CitedName& name) {
  if (!name.literal.empty()) return "{" + escaped(name.literal) + "}";
  std::string out = escaped(name.particle);
  add_part(out, " ",
           name.family.find(' ') == std::string::npos ? escaped(name.family) : "{" + escaped(name.family) + "}");
  add_part(out, ", ", escaped(name.suffix));
  add_part(out, ", ", escaped(name.given));
  return out;
}

std::string bibtex_names(const std::vector<CitedName>& names) {
  std::string out;
  for (const CitedName& name : names) add_part(out, " and ", bibtex_name(name));
  return out;
}

/// `date` for biblatex, the others for BibTeX and what is made for it.
void add_date(std::string& out, Timestamp date) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  if (date.precision == Precision::Second) date.precision = Precision::Day;
  add_field(out, "date", date.to_string());
  add_field(out, "year", fmt::format("{:04}", date.day.year));
  if (date.precision == Precision::Year) return;
  out += fmt::format("  {:<12} = {},\n", "month", kMonths.at(static_cast<std::size_t>(date.day.month - 1)));
  if (date.precision == Precision::Day) add_field(out, "day", std::to_string(date.day.day));
}

}  // namespace

std::string bibtex_reference(const StoredArticle& article) {
  std::string out = "@article{" + citation_key(article) + ",\n";
  add_field(out, "entrysubtype", "newspaper");
  add_field(out, "author", bibtex_names(cited_names(article)));
  // The inner braces keep styles from changing capitals.
  const std::string title = escaped(article.headline);
  add_field(out, "title", title.empty() ? "" : "{" + title + "}");
  add_field(out, "journal", escaped(article.source));
  if (article.published) add_date(out, *article.published);
  add_field(out, "url", uri_characters(article.url));
  add_field(out, "language", escaped(article.language));
  add_field(out, "abstract", escaped(article.summary));
  add_field(out, "keywords", escaped(join(article.topics, ", ")));
  return out + "}\n\n";
}

}  // namespace morgue::render
