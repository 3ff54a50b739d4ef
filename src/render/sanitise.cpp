// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/sanitise.h"

#include <algorithm>

#include "core/code_points.h"

namespace morgue::render {
namespace {

constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

/// `line_end` stands for every kind of line end, so that words on two lines never grow together.
void append_safe(std::string& out, std::string_view text, char tab, char line_end) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    if (c == U'\t') {
      out += tab;
    } else if (c == U'\n' || c == kLineSeparator || c == kParagraphSeparator) {
      out += line_end;
    } else if (c == kReplacement) {
      append_utf8(out, c);
    } else if (!is_unsafe_on_terminal(c)) {
      out += text.substr(begin, pos - begin);
    }
  }
}

}  // namespace

bool is_unsafe_on_terminal(char32_t c) {
  if (c < 0x20) return true;
  if (c < 0x7F) return false;
  if (c <= 0x9F) return true;
  if (c < 0x061C) return c == 0xAD;  // soft hyphen: shown by some terminals, not by others
  return c == 0x061C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string sanitise(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_safe(out, text, '\t', '\n');
  return out;
}

std::string sanitise_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_safe(out, text, ' ', ' ');
  return out;
}

Snippet sanitise_line(const Snippet& snippet) {
  Snippet out;
  out.text.reserve(snippet.text.size());
  const std::string_view text = snippet.text;
  std::size_t done = 0;
  const auto copy_to = [&](std::size_t end) {
    end = std::clamp(end, done, text.size());
    append_safe(out.text, text.substr(done, end - done), ' ', ' ');
    done = end;
  };
  for (const Snippet::Mark& mark : snippet.marks) {
    copy_to(mark.begin);
    const std::size_t begin = out.text.size();
    copy_to(mark.end);
    if (out.text.size() > begin) out.marks.push_back({begin, out.text.size()});
  }
  copy_to(text.size());
  return out;
}

}  // namespace morgue::render
