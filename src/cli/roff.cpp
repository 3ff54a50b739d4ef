// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/roff.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kLineBytes = 80;

}  // namespace

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

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

std::string roff_paragraph(std::string_view text) {
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

}  // namespace morgue::cli
