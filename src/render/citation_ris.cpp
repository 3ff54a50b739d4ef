// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "render/citation.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

void add_line(std::string& out, std::string_view tag, std::string_view value) {
  const std::string line = sanitise_line(value);
  if (!line.empty()) out.append(tag).append("  - ").append(line).append("\n");
}

/// `van Beethoven, Ludwig, Jr.`; the comma behind a name without parts keeps readers from taking it apart.
std::string ris_name(const CitedName& name) {
  if (!name.literal.empty()) return name.literal.find(' ') == std::string::npos ? name.literal : name.literal + ",";
  std::string out = name.particle;
  add_part(out, " ", name.family);
  add_part(out, ", ", name.given);
  add_part(out, ", ", name.suffix);
  return out;
}

/// yyyy/mm/dd/, what is unknown left empty.
std::string ris_date(const Timestamp& date) {
  const auto& [year, month, day] = date.day;
  if (date.precision == Precision::Year) return fmt::format("{:04}///", year);
  if (date.precision == Precision::Month) return fmt::format("{:04}/{:02}//", year, month);
  return fmt::format("{:04}/{:02}/{:02}/", year, month, day);
}

}  // namespace

std::string ris_reference(const StoredArticle& article) {
  std::string out = "TY  - NEWS\n";
  add_line(out, "ID", citation_key(article));
  for (const CitedName& name : cited_names(article)) add_line(out, "AU", ris_name(name));
  add_line(out, "TI", article.headline);
  // The name of a newspaper is T2 to some programs and JF to others.
  add_line(out, "T2", article.source);
  add_line(out, "JF", article.source);
  add_line(out, "SE", article.section);
  if (article.published) {
    add_line(out, "PY", fmt::format("{:04}", article.published->day.year));
    add_line(out, "DA", ris_date(*article.published));
  }
  add_line(out, "LA", article.language);
  add_line(out, "AB", article.summary);
  for (const std::string& topic : article.topics) add_line(out, "KW", topic);
  add_line(out, "UR", article.url);
  return out + "ER  - \n\n";
}

}  // namespace morgue::render
