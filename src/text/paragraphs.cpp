// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/paragraphs.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/width.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

// Columns between which lines of typewriters, wire services and mail programs end.
constexpr std::size_t kMinMargin = 40;
constexpr std::size_t kMaxMargin = 100;
// A line this much shorter than the margin, with the next word added, was ended on purpose. Wire services hyphenate
// and justify little, but they count differently from us.
constexpr std::size_t kRaggedness = 12;
// No line of a hard-wrapped text takes more bytes than this.
constexpr std::size_t kMaxWrappedBytes = 4 * kMaxMargin;
// Deeper than the other lines by this much, a line starts a paragraph.
constexpr std::size_t kIndent = 2;

struct Line {
  std::string_view text;  ///< without blanks at both ends
  std::size_t indent = 0;
  std::size_t width = 0;  ///< columns; kMaxMargin + 1 for all that are longer
  bool after_blank = false;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

Line measure(std::string_view raw) {
  Line line;
  for (;;) {
    if (raw.starts_with(kIdeographicSpace)) {
      line.indent += 2;
      raw.remove_prefix(kIdeographicSpace.size());
    } else if (raw.starts_with(kNoBreakSpace)) {
      line.indent += 1;
      raw.remove_prefix(kNoBreakSpace.size());
    } else if (!raw.empty() && is_blank(raw.front())) {
      line.indent += raw.front() == '\t' ? 8 : 1;
      raw.remove_prefix(1);
    } else {
      break;
    }
  }
  for (;;) {
    if (raw.ends_with(kIdeographicSpace)) {
      raw.remove_suffix(kIdeographicSpace.size());
    } else if (raw.ends_with(kNoBreakSpace)) {
      raw.remove_suffix(kNoBreakSpace.size());
    } else if (!raw.empty() && is_blank(raw.back())) {
      raw.remove_suffix(1);
    } else {
      break;
    }
  }
  line.text = raw;
  line.width = raw.size() > kMaxWrappedBytes ? kMaxMargin + 1 : line.indent + column_width(raw);
  return line;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  while (!text.empty()) {
    const auto end = text.find('\n');
    Line line = measure(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.text.empty()) {
      after_blank = true;
      continue;
    }
    line.after_blank = after_blank;
    after_blank = false;
    lines.push_back(line);
  }
  return lines;
}

bool ends_sentence(std::string_view line) {
  // Closing quotes and brackets may follow the full stop.
  constexpr std::array<std::string_view, 7> kClosing = {"\"",           "'",        ")",           "\xE2\x80\x9D",
                                                        "\xE2\x80\x99", "\xC2\xBB", "\xE2\x80\x9C"};
  for (bool again = true; again;) {
    again = false;
    for (const auto closing : kClosing) {
      if (!line.ends_with(closing)) continue;
      line.remove_suffix(closing.size());
      again = true;
    }
  }
  constexpr std::array<std::string_view, 7> kStops = {".",           "!", "?", ":", "\xE2\x80\xA6", "\xE3\x80\x82",
                                                      "\xEF\xBC\x9F"};
  return std::ranges::any_of(kStops, [line](auto stop) { return line.ends_with(stop); });
}

std::size_t first_word_width(const Line& line) {
  const auto end = line.text.find(' ');
  // Without a blank in reach, as in Chinese, a line can be broken anywhere.
  if (end == std::string_view::npos || end > kMaxMargin) return 2;
  return column_width(line.text.substr(0, end));
}

struct Layout {
  bool wrapped = false;
  std::size_t margin = 0;
  std::size_t indent = 0;  ///< of lines that go on with a paragraph
};

bool is_full(const Line& line, const Line& next, std::size_t margin) {
  return line.width + 1 + first_word_width(next) + kRaggedness > margin;
}

/// Rows of tables and items of lists, which keep their lines.
bool stands_alone(std::string_view line) {
  return line.starts_with('|') || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2") ||
         line.find("   ") != std::string_view::npos || line.find("....") != std::string_view::npos;
}

/// Indentation of lines that go on with a paragraph: the least there is, but for the odd line.
std::size_t base_indent(const std::vector<Line>& lines) {
  std::vector<std::size_t> indents;
  for (const auto& line : lines) {
    if (!line.after_blank) indents.push_back(line.indent);
  }
  if (indents.empty()) return 0;
  const auto place = indents.begin() + static_cast<std::ptrdiff_t>(indents.size() / 10);
  std::nth_element(indents.begin(), place, indents.end());
  return *place;
}

/// Whether `next` begins a paragraph by the looks of it, wherever `line` ends.
bool starts_anew(const Line& line, const Line& next, const Layout& layout) {
  if (next.after_blank || next.indent >= layout.indent + kIndent || stands_alone(line.text) ||
      stands_alone(next.text)) {
    return true;
  }
  // A single blank is a slip, unless the line before has come to its end.
  return next.indent > layout.indent && (ends_sentence(line.text) || !is_full(line, next, layout.margin));
}

Layout find_layout(const std::vector<Line>& lines) {
  Layout layout;
  std::size_t too_long = 0;
  for (const auto& line : lines) {
    if (line.width > kMaxMargin) {
      ++too_long;
    } else {
      layout.margin = std::max(layout.margin, line.width);
    }
  }
  if (layout.margin < kMinMargin || too_long * 10 > lines.size()) return layout;
  layout.indent = base_indent(lines);
  std::size_t pairs = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (starts_anew(lines[i], lines[i + 1], layout)) continue;
    ++pairs;
    if (is_full(lines[i], lines[i + 1], layout.margin) && !ends_sentence(lines[i].text)) ++broken;
  }
  layout.wrapped = pairs > 0 && broken * 2 >= pairs;
  return layout;
}

bool continues(const Line& line, const Line& next, const Layout& layout) {
  if (!layout.wrapped || starts_anew(line, next, layout)) return false;
  if (!ends_sentence(line.text)) return true;
  return line.width <= kMaxMargin && is_full(line, next, layout.margin);
}

bool is_wide(std::string_view character) {
  std::size_t pos = 0;
  return !character.empty() && column_width(next_code_point(character, pos)) == 2;
}

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return text.substr(begin);
}

/// A word broken or joined by a hyphen at the line end (`long-` `term`) goes on without a blank; a dash does not.
bool ends_in_hyphen(std::string_view line) {
  if (line.size() < 2 || line.back() != '-') return false;
  const char before = line[line.size() - 2];
  return before != ' ' && before != '-';
}

std::string_view joint(const Line& line, const Line& next) {
  const bool no_blank = ends_in_hyphen(line.text) || (is_wide(last_character(line.text)) && is_wide(next.text));
  return no_blank ? "" : " ";
}

}  // namespace

std::string join_paragraphs(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const Layout layout = find_layout(lines);
  std::string out;
  out.reserve(text.size() + lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += continues(lines[i - 1], lines[i], layout) ? joint(lines[i - 1], lines[i]) : "\n\n";
    out += lines[i].text;
  }
  return out;
}

}  // namespace morgue::text
