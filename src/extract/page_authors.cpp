// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_authors.h"

#include <algorithm>

#include "extract/page_author_box.h"
#include "extract/page_marks.h"
#include "text/names.h"

namespace morgue::extract {
namespace {

using View = std::string_view;
using Names = std::vector<std::string>;

/// `Jane Doe Jane Doe`, where a picture's text and the name stand side by side, is one name.
View undoubled(View name) {
  const std::size_t half = name.size() / 2;
  return name.size() % 2 == 1 && name[half] == ' ' && name.substr(0, half) == name.substr(half + 1)
             ? name.substr(0, half)
             : name;
}

void add(Names& names, const Names& more) {
  for (const std::string& doubled : more) {
    const std::string name(undoubled(doubled));
    const bool signs = name.find("\u00b7") != std::string::npos || name.find("\u2022") != std::string::npos;
    if (!signs && std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
}

/// A name alone is a byline if it stands between headline and body together with a date, a reading time or a role.
bool is_bare_byline(const PageLines& page, std::size_t at, bool below_headline) {
  constexpr std::size_t kNear = 3;
  if (!is_name_line(page.lines[at])) return false;
  // `Sign in` lists and menus repeat what stands in them; authors do not stand in menus.
  const auto tells = [](const PageLine& line) {
    return line.kind == LineKind::DateLine || line.kind == LineKind::ReadingTime || is_role_line(line);
  };
  for (std::size_t i = at + 1; i < std::min(at + 1 + kNear, page.lines.size()); ++i) {
    const PageLine& line = page.lines[i];
    // Buttons to share the story stand below the byline.
    if (tells(line) || (line.kind == LineKind::Skip && below_headline)) return true;
    if (line.kind != LineKind::Skip && !is_name_line(line)) break;
  }
  for (std::size_t i = at; i > 0 && at - i < kNear;) {
    --i;
    const PageLine& line = page.lines[i];
    if (line.kind == LineKind::DateLine || line.kind == LineKind::ReadingTime || is_byline_lead(line.text)) return true;
    if (line.kind != LineKind::Skip && !is_name_line(line)) break;
  }
  return false;
}

/// `Jane Doe Parliamentary editor` next to a date.
bool is_name_with_role(const PageLines& page, std::size_t at) {
  const PageLine& line = page.lines[at];
  if (!is_role_line(line) || line.words < 3 || at + 1 >= page.lines.size()) return false;
  const bool date_above = at > 0 && page.lines[at - 1].kind == LineKind::DateLine;
  if (!date_above && page.lines[at + 1].kind != LineKind::DateLine) return false;
  const Names names = text::split_byline(line.text);
  return names.size() == 1 && std::ranges::count(names.front(), ' ') == 1 && line.text.starts_with(names.front());
}

}  // namespace

Names byline_authors(const PageLines& page, const Headline& headline, const Run& run) {
  constexpr std::size_t kAbove = 3;
  constexpr std::size_t kBelow = 40;
  Names names;
  const std::size_t from = headline.first > kAbove ? headline.first - kAbove : 0;
  const std::size_t to = std::min({page.lines.size(), headline.last + kBelow, std::max(run.end, headline.last + 1)});
  std::size_t paragraphs = 0;
  for (std::size_t i = from; i < to && paragraphs < 3; ++i) {
    const PageLine& line = page.lines[i];
    // The standfirst is above the byline and does not count.
    if (i > headline.last + 1) paragraphs += line.kind == LineKind::Prose ? 1 : 0;
    if (line.kind == LineKind::Wall && i > headline.last) break;
    // Names further down belong to other stories.
    const bool title = line.kind == LineKind::Title && !is_name_line(line) && !is_role_line(line);
    if (!names.empty() && i > headline.last && (title || is_prose(line))) break;
    if (is_byline(line) && line.kind != LineKind::Caption) {
      add(names, byline_names(line.text));
      continue;
    }
    if (i < headline.first) continue;
    if (is_byline_lead(line.text) && i + 1 < to && is_name_line(page.lines[i + 1])) {
      add(names, text::split_byline(page.lines[++i].text));
      continue;
    }
    if (paragraphs > 0) continue;
    const bool below_headline = i == headline.last + 1 || (i == headline.last + 2 && is_prose(page.lines[i - 1]));
    if (is_bare_byline(page, i, below_headline) || is_name_with_role(page, i))
      add(names, text::split_byline(line.text));
  }
  return names;
}

Names boxed_authors(const PageLines& page, const Headline& headline, const Body& body) {
  constexpr std::size_t kBehind = 16;
  Names names;
  const std::size_t to = std::min(page.lines.size(), body.end + kBehind);
  for (std::size_t i = headline.last + 1; i < to; ++i) {
    if (i == body.begin) i = std::max(body.begin, body.end > 0 ? body.end - 1 : 0);
    if (i >= page.lines.size()) break;
    if (const auto box = author_box_at(page, i)) {
      add(names, box->names);
      i = box->end - 1;
      continue;
    }
    // `Reporting by Jane Doe in Port Ellery` below the story.
    if (i >= body.end && i <= body.end + 2 && is_byline(page.lines[i])) add(names, byline_names(page.lines[i].text));
  }
  return names;
}

}  // namespace morgue::extract
