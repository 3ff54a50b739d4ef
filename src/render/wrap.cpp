// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/wrap.h"

#include <algorithm>
#include <optional>

#include "core/code_points.h"
#include "core/width.h"

namespace morgue::render {
namespace {

constexpr char32_t kJoiner = 0x200D;
constexpr std::u32string_view kBlanks = U" \t\n\u3000";
constexpr std::u32string_view kNeverFirst =
    U"、。，．・：；？！）」』】》〉〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…”’)]}!?,.:;%»";
constexpr std::u32string_view kNeverLast = U"（「『【《〈〔［｛“‘([{«$£€";

/// What a reader sees as one character: a code point with the marks on it and what is joined to it.
struct Glyph {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t columns = 0;
  char32_t base = 0;
  bool bare = true;  ///< nothing on the base

  [[nodiscard]] bool blank() const { return bare && kBlanks.find(base) != std::u32string_view::npos; }
  [[nodiscard]] bool wide() const { return columns >= 2; }
};

Glyph glyph_at(std::string_view text, std::size_t pos) {
  Glyph glyph{pos, pos};
  glyph.base = next_code_point(text, glyph.end);
  glyph.columns = glyph.base == U'\t' || glyph.base == U'\n' ? 1 : column_width(glyph.base);
  bool joined = false;
  while (glyph.end < text.size()) {
    std::size_t after = glyph.end;
    const char32_t next = next_code_point(text, after);
    const std::size_t columns = column_width(next);
    if (next == U'\n' || next == U'\t' || (columns > 0 && !joined)) break;
    glyph.columns += columns;
    glyph.end = after;
    glyph.bare = false;
    joined = next == kJoiner;
  }
  return glyph;
}

bool may_break_between(const Glyph& left, const Glyph& right) {
  return (left.wide() || right.wide()) && kNeverFirst.find(right.base) == std::u32string_view::npos &&
         kNeverLast.find(left.base) == std::u32string_view::npos;
}

struct Span {
  std::size_t begin;
  std::size_t end;
};

/// The last place on the line where it may end, and where the next line would begin.
struct Break {
  std::size_t end;
  std::size_t resume;
};

std::vector<Span> break_lines(std::string_view text, std::size_t width) {
  std::vector<Span> lines;
  std::size_t line_begin = 0;
  std::size_t line_end = 0;  // after the last character that is no blank
  std::size_t columns = 0;
  std::optional<Break> chance;
  const auto start_line = [&](std::size_t at) {
    line_begin = line_end = at;
    columns = 0;
    chance.reset();
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const Glyph glyph = glyph_at(text, pos);
    if (glyph.blank()) {
      if (line_end > line_begin) chance = Break{line_end, glyph.end};
      columns += glyph.columns;
      pos = glyph.end;
      continue;
    }
    if (columns + glyph.columns > width && glyph.begin > line_begin) {
      if (line_end == line_begin) {  // only blanks so far: an indent too deep for the width
        start_line(glyph.begin);
        continue;
      }
      const Break here = chance.value_or(Break{line_end, glyph.begin});
      lines.push_back({line_begin, here.end});
      start_line(here.resume);
      pos = here.resume;
      continue;
    }
    columns += glyph.columns;
    line_end = pos = glyph.end;
    if (pos < text.size()) {
      const Glyph next = glyph_at(text, pos);
      if (!next.blank() && may_break_between(glyph, next)) chance = Break{pos, pos};
    }
  }
  if (line_end > line_begin) lines.push_back({line_begin, line_end});
  return lines;
}

}  // namespace

std::vector<Snippet> wrap(const Snippet& paragraph, std::size_t width) {
  std::vector<Snippet> lines;
  auto mark = paragraph.marks.begin();
  for (const Span& span : break_lines(paragraph.text, std::max<std::size_t>(width, 1))) {
    Snippet line{paragraph.text.substr(span.begin, span.end - span.begin), {}};
    while (mark != paragraph.marks.end() && mark->end <= span.begin) ++mark;
    for (auto i = mark; i != paragraph.marks.end() && i->begin < span.end; ++i) {
      line.marks.push_back({std::max(i->begin, span.begin) - span.begin, std::min(i->end, span.end) - span.begin});
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> wrap(std::string_view paragraph, std::size_t width) {
  std::vector<std::string> lines;
  for (const Span& span : break_lines(paragraph, std::max<std::size_t>(width, 1))) {
    lines.emplace_back(paragraph.substr(span.begin, span.end - span.begin));
  }
  return lines;
}

}  // namespace morgue::render
