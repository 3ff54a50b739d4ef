// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "browse/answer.h"
#include "browse/surface.h"

namespace morgue::browse {

/// The article that is read: broken into lines, scrolled, with a current hit among its hits.
class Reading {
 public:
  struct Line {
    Snippet text;
    Style style = Style::Plain;
    Style hit = Style::Hit;
  };

  void show(Read read);
  void clear() { read_.reset(); }
  [[nodiscard]] const std::optional<Read>& article() const { return read_; }
  /// For a window of this size. Breaks the lines anew if it has another width than before.
  void fit(std::size_t rows, std::size_t columns);

  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] std::size_t top() const { return top_; }
  [[nodiscard]] std::size_t hits() const { return marks_.size(); }
  /// Of the hits, from 0; none is before the first step to one.
  [[nodiscard]] std::optional<std::size_t> current_hit() const { return current_; }
  /// The parts of the line that are the current hit.
  [[nodiscard]] std::vector<Snippet::Mark> current_parts(std::size_t line) const;

  void scroll(std::ptrdiff_t lines);
  void scroll_to_end(bool end);
  /// To the next hit, or the one before. False: there is none.
  bool step(bool forward);
  void step_to_end(bool last);

 private:
  struct Part {
    std::size_t line = 0;
    Snippet::Mark mark;
  };
  void break_lines();
  void add_line(Snippet text, Style style, Style hit);
  void add_address(std::string_view url);
  void add_blank();
  void add_text(const Snippet& text);
  void find_marks();
  void go_to(std::size_t mark);
  [[nodiscard]] std::size_t last_top() const;

  std::optional<Read> read_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::size_t top_ = 0;
  std::optional<std::size_t> current_;
  std::vector<Line> lines_;
  std::vector<bool> begins_;              ///< whether the line begins a paragraph
  std::vector<std::vector<Part>> marks_;  ///< a hit may be broken over lines
};

}  // namespace morgue::browse
