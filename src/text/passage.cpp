// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/passage.h"

#include <algorithm>
#include <utility>

#include "core/width.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::size_t kEllipsisWidth = 1;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t previous_character(std::string_view text, std::size_t pos) {
  --pos;
  for (int back = 0; back < 3 && pos > 0 && (static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80; ++back) --pos;
  return pos;
}

std::size_t columns_at(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return 0;
  return is_space(text[pos]) ? 1 : column_width(next_code_point(text, pos));
}

/// Whether a line may begin at `pos`: behind white space, or beside a wide character.
bool is_boundary(std::string_view text, std::size_t pos) {
  if (pos == 0 || pos >= text.size() || is_space(text[pos - 1])) return true;
  return columns_at(text, pos) == 2 || columns_at(text, previous_character(text, pos)) == 2;
}

/// Whether a sentence begins at `pos`, which is a boundary.
bool is_sentence_start(std::string_view text, std::size_t pos) {
  if (pos == 0) return true;
  std::size_t end = pos;
  bool new_line = false;
  while (end > 0 && is_space(text[end - 1])) new_line = text[--end] == '\n' || new_line;
  if (end == 0 || new_line) return true;
  const auto before = text.substr(0, end);
  for (const std::string_view stop : {"\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"}) {
    if (before.ends_with(stop)) return true;
  }
  return end < pos && (before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
                       before.ends_with(".\"") || before.ends_with(".\xE2\x80\x9D"));
}

/// The best place to begin within `room` columns before `anchor`: the start of the sentence if it is that near, else a
/// boundary about half that far away.
std::size_t find_beginning(std::string_view body, std::size_t anchor, std::size_t room) {
  std::size_t columns = 0;
  std::size_t pos = anchor;
  std::size_t fallback = anchor;
  while (columns <= room) {
    if (is_boundary(body, pos)) {
      if (is_sentence_start(body, pos)) return pos;
      if (columns <= room / 2) fallback = pos;
    }
    if (pos == 0) break;
    pos = previous_character(body, pos);
    columns += columns_at(body, pos);
  }
  return fallback;
}

/// The longest way back from the end of the text that leaves it at most `width` columns wide.
std::size_t last_full_passage(std::string_view body, std::size_t width) {
  std::size_t columns = 0;
  std::size_t pos = body.size();
  std::size_t best = pos;
  while (pos > 0) {
    pos = previous_character(body, pos);
    columns += columns_at(body, pos);
    if (columns > width) break;
    if (is_boundary(body, pos)) best = pos;
  }
  return pos == 0 && columns <= width ? 0 : best;
}

struct Window {
  std::size_t first = 0;
  std::size_t distinct = 0;
  std::size_t columns = 0;  ///< from the first match to the end of the last
};

/// Columns of the text up to each match's begin and end, counted from the first match.
struct Columns {
  std::vector<std::size_t> begin;
  std::vector<std::size_t> end;
};

Columns measure(std::string_view body, const std::vector<WordMatch>& matches) {
  Columns columns;
  std::size_t pos = matches.front().begin;
  std::size_t counted = 0;
  for (const auto& match : matches) {
    counted += column_width(body.substr(pos, match.begin - pos));
    pos = match.begin;
    columns.begin.push_back(counted);
    columns.end.push_back(counted + column_width(body.substr(match.begin, match.end - match.begin)));
  }
  return columns;
}

Window best_window(std::string_view body, const std::vector<WordMatch>& matches, std::size_t width) {
  const Columns columns = measure(body, matches);
  std::size_t patterns = 0;
  for (const auto& match : matches) patterns = std::max(patterns, match.pattern + 1);
  std::vector<std::size_t> inside(patterns);
  std::size_t distinct = 0;
  std::size_t next = 0;
  Window best;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    while (next < matches.size() && (next <= first || columns.end[next] - columns.begin[first] <= width)) {
      if (++inside[matches[next].pattern] == 1) ++distinct;
      ++next;
    }
    if (distinct > best.distinct) best = {first, distinct, columns.end[next - 1] - columns.begin[first]};
    if (--inside[matches[first].pattern] == 0) --distinct;
  }
  return best;
}

/// Copies a text into one line, character by character, and remembers where each byte came from.
class LineCutter {
 public:
  LineCutter(std::string_view body, std::size_t begin, std::size_t width) : body_(body), pos_(begin), width_(width) {
    if (begin > 0) {
      snippet_.text = kEllipsis;
      columns_ = kEllipsisWidth;
    }
    source_.assign(snippet_.text.size(), begin);
    start_ = snippet_.text.size();
    word_end_ = line_end_ = {begin, start_, columns_};
  }

  void fill() {
    while (pos_ < body_.size()) {
      const std::size_t next = end_of_character(pos_);
      if (next == body_.size() && is_space(body_[pos_])) break;
      const auto columns = static_cast<std::size_t>(columns_at(body_, pos_));
      remember_ends(columns);
      if (columns_ + columns > width_) {
        cut();
        return;
      }
      if (is_space(body_[pos_])) {
        snippet_.text += ' ';
      } else {
        snippet_.text.append(body_, pos_, next - pos_);
      }
      source_.resize(snippet_.text.size(), pos_);
      columns_ += columns;
      pos_ = next;
    }
  }

  Snippet finish(const std::vector<Snippet::Mark>& marks) {
    for (const auto& mark : marks) {
      if (mark.begin >= pos_) break;
      const std::size_t begin = offset_of(mark.begin);
      const std::size_t end = offset_of(std::min(mark.end, pos_));
      if (begin < end) snippet_.marks.push_back({begin, end});
    }
    return std::move(snippet_);
  }

 private:
  struct Place {
    std::size_t source = 0;
    std::size_t length = 0;  ///< of the line up to it
    std::size_t columns = 0;
  };

  /// White space counts as one character.
  std::size_t end_of_character(std::size_t pos) const {
    if (!is_space(body_[pos])) {
      next_code_point(body_, pos);
      return pos;
    }
    while (pos < body_.size() && is_space(body_[pos])) ++pos;
    return pos;
  }

  void remember_ends(std::size_t columns) {
    if (columns == 0 || columns_ + kEllipsisWidth > width_) return;
    line_end_ = {pos_, snippet_.text.size(), columns_};
    if (is_space(body_[pos_]) || is_boundary(body_, pos_)) word_end_ = line_end_;
  }

  void cut() {
    // A word that fills a good part of the line is cut.
    const bool long_word = (line_end_.columns - word_end_.columns) * 4 > width_;
    const Place& place = long_word ? line_end_ : word_end_;
    pos_ = place.source;
    snippet_.text.resize(place.length);
    while (snippet_.text.ends_with(' ')) snippet_.text.pop_back();
    source_.resize(snippet_.text.size());
    if (start_ == 0 || snippet_.text.size() > start_) snippet_.text += kEllipsis;
  }

  std::size_t offset_of(std::size_t source) const {
    const auto first = source_.begin() + static_cast<std::ptrdiff_t>(start_);
    return static_cast<std::size_t>(std::lower_bound(first, source_.end(), source) - source_.begin());
  }

  std::string_view body_;
  std::size_t pos_;
  std::size_t width_;
  std::size_t columns_ = 0;
  std::size_t start_ = 0;  ///< length of the ellipsis
  Snippet snippet_;
  std::vector<std::size_t> source_;  ///< of each byte of the line: where it stands in the text
  Place word_end_;                   ///< the last end of a word that leaves room for an ellipsis
  Place line_end_;                   ///< the last character that does
};

}  // namespace

Passage find_passage(std::string_view body, const std::vector<WordMatch>& matches, std::size_t width) {
  if (matches.empty()) return {};
  const Window window = best_window(body, matches, width - std::min(width, width / 8 + 2));
  const std::size_t left = width - std::min(width, window.columns + 2 * kEllipsisWidth);
  // Most of what is left goes to the text behind the matches, unless the sentence begins soon before them.
  const std::size_t begin = find_beginning(body, matches[window.first].begin, left * 2 / 3);
  if (body.size() - begin > 4 * width) return {begin, window.distinct};
  return {std::min(begin, last_full_passage(body, width - std::min(width, kEllipsisWidth))), window.distinct};
}

Snippet cut_passage(std::string_view body, std::size_t begin, const std::vector<Snippet::Mark>& marks,
                    std::size_t width) {
  while (begin < body.size() && is_space(body[begin])) ++begin;
  LineCutter cutter(body, begin, width);
  cutter.fill();
  return cutter.finish(marks);
}

}  // namespace morgue::text
