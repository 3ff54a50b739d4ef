// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/painter.h"

#include "render/marks.h"
#include "render/sanitise.h"
#include "render/web_address.h"

namespace morgue::render {
namespace {

std::string_view parameters(Look look) {
  switch (look) {
    case Look::Plain:
      return "";
    case Look::Bold:
    case Look::Heading:
      return "1";
    case Look::HeadingHit:
      return "1;4";
    case Look::Dim:
      return "2";
    case Look::Removed:  // struck out and underlined, too: red and green look the same to some
      return "31;9";
    case Look::Added:
      return "32;4";
  }
  return "";
}

}  // namespace

std::string Painter::paint(std::string_view text, Look look) const {
  const std::string_view codes = parameters(look);
  if (!colour_ || codes.empty() || text.empty()) return std::string(text);
  std::string out = "\x1b[";
  out += codes;
  out += 'm';
  out += text;
  out += "\x1b[0m";
  return out;
}

std::string Painter::paint(const Snippet& line, Look base, Look hit) const {
  const std::string_view text = line.text;
  std::string out;
  std::size_t done = 0;
  for (const Snippet::Mark& mark : line.marks) {
    out += paint(text.substr(done, mark.begin - done), base);
    out += paint(text.substr(mark.begin, mark.end - mark.begin), hit);
    done = mark.end;
  }
  out += paint(text.substr(done), base);
  return out;
}

std::string Painter::link(const std::string& painted, std::string_view url, std::string_view id) const {
  if (!links_ || !is_web_address(url)) return painted;
  std::string out = "\x1b]8;id=";
  out += id;
  out += ';';
  out += uri_characters(url);
  out += "\x1b\\";
  out += painted;
  out += "\x1b]8;;\x1b\\";
  return out;
}

Snippet Painter::prepare(const Snippet& snippet) const {
  Snippet safe = sanitise_line(snippet);
  if (colour_) return safe;
  return {bracket_marks(safe), {}};
}

}  // namespace morgue::render
