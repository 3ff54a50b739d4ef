// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/markdown_inline.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace morgue::extract {
namespace {

using View = std::string_view;

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_escapable(char c) {
  return View("\\`*_{}[]()<>#+-.!|~").find(c) != View::npos;
}

struct Link {
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
  std::size_t end = 0;
};

/// Where each opening bracket or parenthesis is closed; found in one pass, each kind by itself.
struct Partners {
  explicit Partners(View text) : of(text.size(), View::npos) {
    std::vector<std::size_t> brackets;
    std::vector<std::size_t> parentheses;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '\\') {
        ++i;
      } else if (c == '[' || c == '(') {
        (c == '[' ? brackets : parentheses).push_back(i);
      } else if (c == ']' || c == ')') {
        auto& open = c == ']' ? brackets : parentheses;
        if (open.empty()) continue;
        of[open.back()] = i;
        open.pop_back();
      }
    }
  }
  std::vector<std::size_t> of;
};

/// `[text](address "title")` whose `[` stands at `pos`.
std::optional<Link> link_at(View text, std::size_t pos, const Partners& partners) {
  constexpr std::size_t kLongestText = 1000;
  constexpr std::size_t kLongestTarget = 4096;
  if (pos >= text.size() || text[pos] != '[' || partners.of[pos] == View::npos) return std::nullopt;
  const std::size_t close = partners.of[pos];
  if (close - pos > kLongestText || close + 1 >= text.size() || text[close + 1] != '(') return std::nullopt;
  const std::size_t end = partners.of[close + 1];
  if (end == View::npos || end - close > kLongestTarget) return std::nullopt;
  return Link{pos + 1, close, end + 1};
}

bool is_punctuation(View text, std::size_t pos) {
  const auto c = static_cast<unsigned char>(text[pos]);
  if (c < 0x80) return !is_ascii_word(text[pos]) && text[pos] != ' ';
  // General and CJK punctuation, full-width forms.
  return text.substr(pos, 2) == "\u00ab" || text.substr(pos, 2) == "\u00bb" || c == 0xE2 ||
         text.substr(pos, 2) == "\xE3\x80" || text.substr(pos, 2) == "\xEF\xBC";
}

std::size_t previous(View text, std::size_t pos) {
  do --pos;
  while (pos > 0 && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80);
  return pos;
}

/// A lone mark at `pos` can open (or close) emphasis by CommonMark's flanking rule; `_` never inside a word.
bool can_open(View text, std::size_t pos) {
  if (pos + 1 >= text.size() || text[pos + 1] == ' ') return false;
  const bool at_start = pos == 0 || text[pos - 1] == ' ';
  if (at_start) return true;
  const bool after_punctuation = is_punctuation(text, previous(text, pos));
  if (is_punctuation(text, pos + 1)) return after_punctuation;
  return text[pos] == '*' || after_punctuation;
}

bool can_close(View text, std::size_t pos) {
  if (pos == 0 || text[pos - 1] == ' ') return false;
  const bool at_end = pos + 1 >= text.size() || text[pos + 1] == ' ';
  if (at_end) return true;
  const bool before_punctuation = is_punctuation(text, pos + 1);
  if (is_punctuation(text, previous(text, pos))) return before_punctuation;
  return text[pos] == '*' || before_punctuation;
}

/// Marks the bytes of emphasis marks that are to go.
std::vector<bool> emphasis(View line) {
  std::vector<bool> drop(line.size(), false);
  std::optional<std::size_t> open_star;
  std::optional<std::size_t> open_bar;
  for (std::size_t i = 0; i < line.size();) {
    const char mark = line[i];
    if (mark == '\\') {
      i += 2;
      continue;
    }
    if (mark != '*' && mark != '_') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && line[end] == mark) ++end;
    if (end - i > 1) {
      const bool inside_word = i > 0 && end < line.size() && is_ascii_word(line[i - 1]) && is_ascii_word(line[end]);
      const bool goes = !inside_word && end - i <= 4;
      for (std::size_t k = i; goes && k < end; ++k) drop[k] = true;
    } else {
      auto& open = mark == '*' ? open_star : open_bar;
      if (open && can_close(line, i)) {
        drop[*open] = drop[i] = true;
        open.reset();
      } else if (can_open(line, i)) {
        open = i;
      }
    }
    i = end;
  }
  return drop;
}

}  // namespace

std::string strip_links(View text) {
  const Partners partners(text);
  std::string out;
  std::vector<std::size_t> link_ends;  // of links whose text is being copied: where the text ends and where to go on
  std::vector<std::size_t> resume;
  for (std::size_t i = 0; i < text.size();) {
    if (!link_ends.empty() && i == link_ends.back()) {
      i = resume.back();
      link_ends.pop_back();
      resume.pop_back();
      continue;
    }
    if (text[i] == '\\' && i + 1 < text.size()) {
      out += text.substr(i, 2);
      i += 2;
      continue;
    }
    if (text[i] == '!') {
      if (const auto image = link_at(text, i + 1, partners)) {
        i = image->end;
        continue;
      }
    }
    if (const auto link = link_at(text, i, partners)) {
      link_ends.push_back(link->text_end);
      resume.push_back(link->end);
      i = link->text_begin;
      continue;
    }
    out += text[i++];
  }
  return out;
}

std::string strip_emphasis(View line) {
  const auto drop = emphasis(line);
  std::string out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && is_escapable(line[i + 1])) {
      out += line[++i];
    } else if (!drop[i]) {
      out += line[i];
    }
  }
  return out;
}

}  // namespace morgue::extract
