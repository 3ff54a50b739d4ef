// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_author_box.h"

#include <algorithm>

#include "extract/page_marks.h"
#include "text/names.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

/// Words with which biographies of journalists tell what they do.
constexpr View kTrade[] = {
    "reporter",      "editor",     "correspondent", "journalist", "columnist",   "writer",       "writes ",
    "freelance",     "newsroom",   "covers ",       "covering ",  "contributor", "photographer", "producer",
    "joined ",       "bureau",     "author of",     "staff",      "news desk",   "podcast",      "redakteur",
    "korrespondent", "autorin",    "autor ",        "schreibt",   "berichtet",   "volont",       "redaktion",
    "ressort",       "rédact",     "redactor",      "periodista", "giornalista", "jornalista",   "verslaggever",
    "correspons",    "correspond", "reportage",     "reporting"};

bool tells_trade(View text) {
  const std::string low = folded(text.substr(0, 1500));
  return std::ranges::any_of(kTrade, [&](View word) { return low.find(word) != std::string::npos; });
}

/// Whether a paragraph begins with the name or with the last part of it.
bool begins_with_name(View text, View name) {
  const std::string low = folded(text.substr(0, 120));
  const std::string whole = folded(name);
  if (low.starts_with(whole)) return true;
  const auto parts = words_of(name);
  for (const View part : {parts.front(), parts.back()}) {
    const std::string one = folded(part);
    if (one.size() >= 3 && low.starts_with(one) && low.size() > one.size() && low[one.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

bool is_biography_of(const PageLine& line, const std::vector<std::string>& names) {
  if (!is_prose(line)) return false;
  return std::ranges::any_of(names, [&](const std::string& name) {
    if (!folded(line.text.substr(0, 120)).starts_with(folded(name))) return false;
    const std::string behind = folded(line.text.substr(std::min(name.size(), line.text.size())).substr(0, 40));
    const bool presents = behind.starts_with(" is ") || behind.starts_with(" ist ") || behind.starts_with(" covers ") ||
                          behind.starts_with(" has ") || behind.starts_with(", ") || behind.starts_with(" was ") ||
                          behind.starts_with(" writes ") || behind.starts_with(" joined ") ||
                          behind.starts_with(" reports ") || behind.starts_with(" schreibt ") ||
                          behind.starts_with(" est ") || behind.starts_with(" es ") || behind.starts_with(" hat ");
    return presents && tells_trade(line.text);
  });
}

std::optional<AuthorBox> author_box_at(const PageLines& page, std::size_t at) {
  constexpr std::size_t kReach = 5;
  const PageLine& first = page.lines[at];
  if (!is_name_line(first)) return std::nullopt;
  AuthorBox box;
  box.names = text::split_byline(first.text);
  box.begin = at;
  box.end = at + 1;
  bool role = false;
  for (std::size_t i = at + 1; i < std::min(at + kReach, page.lines.size()); ++i) {
    const PageLine& line = page.lines[i];
    if (is_role_line(line)) {
      role = true;
      box.end = i + 1;
      continue;
    }
    if (is_prose(line)) {
      const bool named =
          std::ranges::any_of(box.names, [&](const auto& name) { return begins_with_name(line.text, name); });
      // Portraits of people in the news begin with their names as well: without a role above it, the trade must show.
      if (!named || !(role || tells_trade(line.text))) break;
      box.end = i + 1;
      return box;
    }
    const bool label = line.kind == LineKind::Skip || line.text.starts_with('@') || line.words <= 2;
    if (!label || is_name_line(line)) break;
  }
  if (!role) return std::nullopt;
  return box;
}

}  // namespace morgue::extract
