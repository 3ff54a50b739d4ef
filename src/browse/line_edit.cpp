// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/line_edit.h"

#include <utility>

#include "core/code_points.h"
#include "core/width.h"
#include "render/sanitise.h"

namespace morgue::browse {
namespace {

constexpr std::size_t kMostBytes = 16'384;  // what a query may be long

bool is_mark(char32_t c) {
  return column_width(c) == 0;
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

LineEdit::LineEdit(std::string text) {
  set(std::move(text));
}

void LineEdit::set(std::string text) {
  text_ = render::sanitise_line(text);
  cursor_ = text_.size();
}

bool LineEdit::handle(const Key& key) {
  switch (key.kind) {
    case Key::Kind::Character:
      insert(key.character);
      return true;
    case Key::Kind::Control:
      return handle_control(key.character);
    case Key::Kind::Backspace:
      erase(before(cursor_), cursor_);
      return true;
    case Key::Kind::Delete:
      erase(cursor_, behind(cursor_));
      return true;
    case Key::Kind::Left:
      cursor_ = before(cursor_);
      return true;
    case Key::Kind::Right:
      cursor_ = behind(cursor_);
      return true;
    case Key::Kind::Home:
      cursor_ = 0;
      return true;
    case Key::Kind::End:
      cursor_ = text_.size();
      return true;
    default:
      return false;
  }
}

/// As shells have it.
bool LineEdit::handle_control(char32_t letter) {
  switch (letter) {
    case U'a':
      cursor_ = 0;
      return true;
    case U'e':
      cursor_ = text_.size();
      return true;
    case U'b':
      cursor_ = before(cursor_);
      return true;
    case U'f':
      cursor_ = behind(cursor_);
      return true;
    case U'd':
      erase(cursor_, behind(cursor_));
      return true;
    case U'k':
      erase(cursor_, text_.size());
      return true;
    case U'u':
      erase(0, cursor_);
      return true;
    case U'w':
      erase(word_before(cursor_), cursor_);
      return true;
    default:
      return false;
  }
}

void LineEdit::insert(char32_t character) {
  if (render::is_unsafe_on_terminal(character) || text_.size() >= kMostBytes) return;
  std::string bytes;
  append_utf8(bytes, character);
  text_.insert(cursor_, bytes);
  cursor_ += bytes.size();
}

void LineEdit::erase(std::size_t begin, std::size_t end) {
  text_.erase(begin, end - begin);
  cursor_ = begin;
}

std::size_t LineEdit::before(std::size_t at) const {
  while (at > 0) {
    do {
      --at;
    } while (at > 0 && continues(text_[at]));
    std::size_t pos = at;
    if (!is_mark(next_code_point(text_, pos))) break;
  }
  return at;
}

std::size_t LineEdit::behind(std::size_t at) const {
  if (at < text_.size()) next_code_point(text_, at);
  while (at < text_.size()) {
    std::size_t pos = at;
    if (!is_mark(next_code_point(text_, pos))) break;
    at = pos;
  }
  return at;
}

std::size_t LineEdit::word_before(std::size_t at) const {
  while (at > 0 && text_[at - 1] == ' ') --at;
  while (at > 0 && text_[at - 1] != ' ') --at;
  return at;
}

}  // namespace morgue::browse
