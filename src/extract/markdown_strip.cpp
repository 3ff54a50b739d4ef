// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/markdown_strip.h"

#include <algorithm>
#include <cstddef>

#include "extract/markdown_inline.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

View trimmed(View text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == View::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// Length of `## ` (or of `##` alone) at the start of a line, else 0.
std::size_t heading_mark(View line) {
  const std::size_t end = std::min(line.find_first_not_of('#'), line.size());
  if (end < 1 || end > 6) return 0;
  if (end == line.size()) return end;
  return line[end] == ' ' ? end + 1 : 0;
}

/// `---`, `***`, `* * *`, `===`, and the line between the head and the rows of a table.
bool is_rule(View line) {
  if (line.size() < 3 || line.find_first_not_of("-*_= |:\t") != View::npos) return false;
  return std::count(line.begin(), line.end(), '-') >= 3 || std::count(line.begin(), line.end(), '*') >= 3 ||
         std::count(line.begin(), line.end(), '_') >= 3 || std::count(line.begin(), line.end(), '=') >= 3;
}

std::string without_shortcodes(View text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const View rest = text.substr(pos, 3);
    const View close = rest == "{{<" ? ">}}" : rest == "{{%" ? "%}}" : "";
    const std::size_t end = close.empty() ? View::npos : text.substr(0, pos + 4096).find(close, pos);
    if (end == View::npos) {
      out += text[pos++];
    } else {
      pos = end + close.size();
    }
  }
  return out;
}

/// A row of a table as its cells with two blanks between.
std::string table_row(View line) {
  std::string out;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find('|'), line.size());
    if (const View cell = trimmed(line.substr(0, end)); !cell.empty()) {
      if (!out.empty()) out += "  ";
      out += cell;
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return out;
}

View without_block_marks(View line) {
  while (line.starts_with('>')) line = trimmed(line.substr(1));
  if (const std::size_t mark = heading_mark(line); mark != 0) {
    line = trimmed(line.substr(mark));
    while (line.ends_with('#')) line.remove_suffix(1);
    line = trimmed(line);
  }
  if (line.starts_with("* ") || line.starts_with("+ ") || line.starts_with("- ")) line = trimmed(line.substr(2));
  return line;
}

}  // namespace

bool looks_like_markdown(View text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == View::npos) return false;
  if (heading_mark(text.substr(start, text.find('\n', start) - start)) != 0) return true;
  for (const View mark : {"](http", "](/", "![", "{{<", "{{%", "\n## ", "\n### "}) {
    const std::size_t at = text.find(mark);
    // `![` alone is an exclamation before a bracket; a picture has its address behind it.
    if (at != View::npos && (mark != "![" || text.find("](", at) != View::npos)) return true;
  }
  return false;
}

std::string strip_markdown(View text, View headline) {
  const std::string source = strip_links(without_shortcodes(text));
  std::string out;
  out.reserve(source.size());
  bool first = true;
  bool in_fence = false;
  for (std::size_t pos = 0; pos <= source.size();) {
    const std::size_t end = std::min(source.find('\n', pos), source.size());
    View line = trimmed(View(source).substr(pos, end - pos));
    pos = end + 1;
    if (line.starts_with("```") || line.starts_with("~~~")) {
      in_fence = !in_fence;
      continue;
    }
    if (in_fence) {
      out.append(line).append("\n");
      continue;
    }
    if (line.empty() || is_rule(line)) {
      out += '\n';
      continue;
    }
    const bool heading = heading_mark(line) != 0;
    line = without_block_marks(line);
    if (line.empty()) continue;
    const bool row = line.size() > 2 && line.starts_with('|') && line.ends_with('|');
    const std::string plain = strip_emphasis(row ? table_row(line) : std::string(line));
    const bool is_headline = first && heading && text::clean_line(plain) == text::clean_line(headline);
    first = false;
    // A heading is a paragraph of its own, whether or not blank lines say so.
    if (is_headline) continue;
    if (heading) out += '\n';
    out.append(plain).append("\n");
    if (heading) out += '\n';
  }
  return out;
}

}  // namespace morgue::extract
