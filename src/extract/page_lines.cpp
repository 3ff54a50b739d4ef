// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_lines.h"

#include <algorithm>
#include <array>
#include <map>

#include "extract/page_furniture.h"
#include "extract/page_marks.h"
#include "text/name_case.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

constexpr std::size_t kMaxLines = 500000;
constexpr int kOften = 3;
constexpr std::array<View, 8> kBlanks = {
    " ", "\t", "\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF"};
constexpr std::array<View, 8> kLineEnds = {"\n", "\r", "\v", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\x1E"};

View trimmed(View line) {
  const auto plain = [](char c) { return c > ' ' && c < 0x7F; };
  for (bool again = true; again;) {
    again = false;
    if (line.empty() || (plain(line.front()) && plain(line.back()))) break;
    for (const View blank : kBlanks) {
      while (line.starts_with(blank)) {
        line.remove_prefix(blank.size());
        again = true;
      }
      while (line.ends_with(blank)) {
        line.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return line;
}

View without_closing(View line) {
  constexpr std::array<View, 9> kClosing = {"\"", "'", ")", " ", "\u201d", "\u2019", "\u201c", "\u00bb", "\u00ab"};
  for (bool again = true; again;) {
    again = false;
    for (const View closing : kClosing) {
      if (!line.ends_with(closing)) continue;
      line.remove_suffix(closing.size());
      again = true;
    }
  }
  return line;
}

bool is_sentence_end(View line) {
  constexpr std::array<View, 8> kStops = {
      ".", "!", "?", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x9F", "\xEF\xBC\x81", "\xE0\xA5\xA4"};
  line = without_closing(line);
  return std::ranges::any_of(kStops, [line](View stop) { return line.ends_with(stop); });
}

/// A full stop with a capital letter behind it, initials and abbreviations apart.
bool has_inner_stop(View line) {
  for (std::size_t at = line.find_first_of(".!?"); at != View::npos; at = line.find_first_of(".!?", at + 1)) {
    const std::size_t word = line.find_last_of(" \xA0", at);
    const std::size_t length = at - (word == View::npos ? 0 : word + 1);
    std::size_t next = at + 1;
    while (next < line.size() && (line[next] == '"' || line[next] == '\'' || line[next] == ')' ||
                                  static_cast<unsigned char>(line[next]) >= 0x80)) {
      ++next;
    }
    if (length < 4 || next + 1 >= line.size() || line[next] != ' ') continue;
    const auto after = static_cast<unsigned char>(line[next + 1]);
    if ((after >= 'A' && after <= 'Z') || after == '"' || after >= 0x80) return true;
  }
  const std::size_t full_stop = line.find("\xE3\x80\x82");
  return full_stop != View::npos && full_stop + 3 < line.size();
}

std::uint32_t count_words(View line) {
  std::uint32_t words = 0;
  std::uint32_t wide = 0;
  bool inside = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const bool blank = byte == ' ' || byte == '\t';
    if (!blank && !inside) ++words;
    inside = !blank;
    wide += byte >= 0xE3 && byte <= 0xED ? 1 : 0;  // lead bytes of kana, ideographs and Hangul
  }
  return words + wide / 2;
}

LineKind kind_of(const PageLine& line) {
  constexpr std::uint32_t kParagraph = 18;
  constexpr std::uint32_t kLongParagraph = 40;
  constexpr std::uint32_t kShortestTitle = 5;
  if (const auto kind = furniture_kind(line)) return *kind;
  if (is_caption(line)) return LineKind::Caption;
  if (is_date_line(line)) return LineKind::DateLine;
  if (is_byline(line)) return LineKind::Byline;
  if (line.words >= kLongParagraph) return LineKind::Prose;
  const bool stops = line.ends_sentence || line.text.ends_with(':');
  if (stops && (line.words >= kParagraph || (line.several_sentences && line.words >= kParagraph / 2))) {
    return LineKind::Prose;
  }
  if (line.ends_sentence && line.words >= 3) return LineKind::Sentence;
  return line.words >= kShortestTitle ? LineKind::Title : LineKind::Label;
}

/// A page without any long line is one that a program wrapped when it saved it.
bool may_be_wrapped(View content) {
  constexpr std::size_t kWidest = 120;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    if (end > kWidest) return false;
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return true;
}

std::size_t line_end_at(View content, std::size_t pos) {
  const auto byte = static_cast<unsigned char>(content[pos]);
  if (byte > 0x1E && byte != 0xC2 && byte != 0xE2) return 0;
  const View rest = content.substr(pos);
  for (const View end : kLineEnds) {
    if (rest.starts_with(end)) return end.size();
  }
  return 0;
}

/// Whether most paragraphs have a blank line before them.
bool is_spaced(const std::vector<PageLine>& lines) {
  std::size_t prose = 0;
  std::size_t apart = 0;
  for (const PageLine& line : lines) {
    if (line.kind != LineKind::Prose) continue;
    ++prose;
    apart += line.blank_before ? 1 : 0;
  }
  return prose >= 2 && apart * 4 >= prose * 3;
}

/// A short line that comes back between paragraphs is furniture, whatever it says.
void mark_recurring(std::vector<PageLine>& lines) {
  constexpr std::size_t kLongest = 60;
  std::map<std::string, int> between;
  const auto is_candidate = [&](std::size_t i) {
    const PageLine& line = lines[i];
    const bool kind = line.kind == LineKind::Label || line.kind == LineKind::Title || line.kind == LineKind::Sentence;
    return kind && line.text.size() <= kLongest && is_prose(lines[i + 1]);
  };
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    if (is_candidate(i) && is_prose(lines[i - 1])) ++between[folded(lines[i].text)];
  }
  std::erase_if(between, [](const auto& entry) { return entry.second < kOften; });
  if (between.empty()) return;
  for (PageLine& line : lines) {
    if (line.text.size() <= kLongest && between.contains(folded(line.text))) line.kind = LineKind::Skip;
  }
}

/// The heading of a box whose text is a promotion.
void mark_promotion_heads(std::vector<PageLine>& lines) {
  constexpr std::uint32_t kMostWords = 10;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool heading = lines[i].kind == LineKind::Title || lines[i].kind == LineKind::Label;
    if (heading && lines[i].words <= kMostWords && lines[i + 1].kind == LineKind::Promotion &&
        !lines[i + 1].blank_before) {
      lines[i].kind = LineKind::Promotion;
    }
  }
}

}  // namespace

bool split_page(View content, PageLines& out) {
  out.content = text::nfc(content);
  if (may_be_wrapped(out.content)) out.content = text::clean_body(out.content);
  const View all = out.content;
  bool blank = true;
  std::size_t newlines = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    std::size_t ending = 0;
    while (end < all.size() && (ending = line_end_at(all, end)) == 0) ++end;
    PageLine line;
    line.text = trimmed(all.substr(begin, end - begin));
    // CR and LF together end one line.
    begin = end + std::max<std::size_t>(ending, 1);
    if (end < all.size() && all[end] == '\r' && begin < all.size() && all[begin] == '\n') ++begin;
    if (line.text.empty()) {
      blank = true;
      continue;
    }
    if (++newlines > kMaxLines) return false;
    line.blank_before = blank;
    blank = false;
    line.words = count_words(line.text);
    line.ends_sentence = is_sentence_end(line.text);
    line.several_sentences = line.words >= 4 && has_inner_stop(line.text);
    line.kind = kind_of(line);
    out.lines.push_back(line);
  }
  mark_recurring(out.lines);
  mark_promotion_heads(out.lines);
  out.spaced = is_spaced(out.lines);
  return true;
}

std::string folded(View line) {
  const bool ascii = std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return text::lower_case(text::clean_line(line));
  std::string out(line.size(), ' ');
  std::size_t size = 0;
  for (const char c : line) {
    const bool blank = c == ' ' || c == '\t';
    if (blank && (size == 0 || out[size - 1] == ' ')) continue;
    out[size++] = blank ? ' ' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  out.resize(size);
  return out;
}

std::vector<View> words_of(View line, std::size_t limit) {
  std::vector<View> words;
  for (std::size_t begin = 0; begin < line.size() && words.size() < limit;) {
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_prose(const PageLine& line) {
  return line.kind == LineKind::Prose || line.kind == LineKind::Sentence;
}

}  // namespace morgue::extract
