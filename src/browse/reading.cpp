// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/reading.h"

#include <algorithm>
#include <utility>

#include "browse/facts.h"
#include "core/width.h"
#include "render/results.h"
#include "render/sanitise.h"
#include "render/wrap.h"

namespace morgue::browse {
namespace {

/// The part of a text between two bytes, with the marks in it.
Snippet cut(const Snippet& text, std::size_t begin, std::size_t end) {
  Snippet out{text.text.substr(begin, end - begin), {}};
  for (const Snippet::Mark& mark : text.marks) {
    if (mark.end <= begin || mark.begin >= end) continue;
    out.marks.push_back({std::max(mark.begin, begin) - begin, std::min(mark.end, end) - begin});
  }
  return out;
}

}  // namespace

void Reading::show(Read read) {
  read_ = std::move(read);
  top_ = 0;
  current_.reset();
  break_lines();
}

void Reading::fit(std::size_t rows, std::size_t columns) {
  rows_ = rows;
  if (columns_ != std::min(columns, render::kWidestText)) {
    columns_ = std::min(columns, render::kWidestText);
    break_lines();
  }
  top_ = std::min(top_, last_top());
}

void Reading::break_lines() {
  lines_.clear();
  begins_.clear();
  marks_.clear();
  if (!read_ || columns_ == 0) return;
  if (!read_->there) {
    add_line({"The article is no longer in the archive.", {}}, Style::Dim, Style::Dim);
    return;
  }
  if (read_->headline.text.empty()) {
    add_line({"(no headline)", {}}, Style::Dim, Style::Dim);
  } else {
    add_line(read_->headline, Style::Heading, Style::HeadingHit);
  }
  for (std::string& fact : facts_of(read_->article)) add_line({std::move(fact), {}}, Style::Dim, Style::Dim);
  add_address(read_->article.url);
  add_text(read_->summary);
  add_text(read_->body);
  find_marks();
  if (current_ && *current_ >= marks_.size()) current_.reset();
}

void Reading::add_line(Snippet text, Style style, Style hit) {
  bool first = true;
  for (Snippet& line : render::wrap(render::sanitise_line(text), columns_)) {
    lines_.push_back({std::move(line), style, hit});
    begins_.push_back(std::exchange(first, false));
  }
}

/// On one line: an address is not for reading, and some have hundreds of percent signs.
void Reading::add_address(std::string_view url) {
  if (url.empty()) return;
  const std::string address = render::sanitise_line(url);
  const bool fits = column_width(address) <= columns_;
  add_line({fits ? address : std::string(fit_columns(address, columns_ - 1)) + "…", {}}, Style::Dim, Style::Dim);
}

void Reading::add_blank() {
  lines_.push_back({});
  begins_.push_back(true);
}

/// One blank line before it and between its paragraphs, however many there are.
void Reading::add_text(const Snippet& text) {
  bool gap = true;
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
    const Snippet line = cut(text, begin, end);
    if (line.text.empty()) {
      gap = true;
    } else {
      if (std::exchange(gap, false)) add_blank();
      add_line(line, Style::Plain, Style::Hit);
    }
    begin = end + 1;
  }
}

void Reading::find_marks() {
  for (std::size_t number = 0; number < lines_.size(); ++number) {
    for (const Snippet::Mark& mark : lines_[number].text.marks) {
      const bool goes_on = mark.begin == 0 && !begins_[number] && !marks_.empty() &&
                           marks_.back().back().line + 1 == number &&
                           marks_.back().back().mark.end == lines_[number - 1].text.text.size();
      if (!goes_on) marks_.emplace_back();
      marks_.back().push_back({number, mark});
    }
  }
}

std::vector<Snippet::Mark> Reading::current_parts(std::size_t line) const {
  std::vector<Snippet::Mark> parts;
  if (!current_) return parts;
  for (const Part& part : marks_[*current_]) {
    if (part.line == line) parts.push_back(part.mark);
  }
  return parts;
}

std::size_t Reading::last_top() const {
  return lines_.size() > rows_ ? lines_.size() - rows_ : 0;
}

void Reading::scroll(std::ptrdiff_t lines) {
  const auto top = static_cast<std::ptrdiff_t>(top_) + lines;
  top_ = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(top, 0)), last_top());
}

void Reading::scroll_to_end(bool end) {
  top_ = end ? last_top() : 0;
}

bool Reading::step(bool forward) {
  if (marks_.empty()) return false;
  if (!current_) {
    if (!forward) return false;
    go_to(0);
    return true;
  }
  if (forward ? *current_ + 1 >= marks_.size() : *current_ == 0) return false;
  go_to(forward ? *current_ + 1 : *current_ - 1);
  return true;
}

void Reading::step_to_end(bool last) {
  if (!marks_.empty()) go_to(last ? marks_.size() - 1 : 0);
}

void Reading::go_to(std::size_t mark) {
  current_ = mark;
  const std::size_t line = marks_[mark].front().line;
  if (line >= top_ && line < top_ + rows_) return;
  const std::size_t above = rows_ / 3;
  top_ = std::min(line > above ? line - above : 0, last_top());
}

}  // namespace morgue::browse
