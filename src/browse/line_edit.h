// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "browse/key.h"

namespace morgue::browse {

/// A line of text being typed. Characters go with the marks on them.
class LineEdit {
 public:
  explicit LineEdit(std::string text = {});

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Byte that the cursor is before.
  [[nodiscard]] std::size_t cursor() const { return cursor_; }
  [[nodiscard]] bool at_end() const { return cursor_ == text_.size(); }
  void set(std::string text);
  /// False: the key means nothing to a line.
  bool handle(const Key& key);

 private:
  bool handle_control(char32_t letter);
  void insert(char32_t character);
  void erase(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t before(std::size_t at) const;
  [[nodiscard]] std::size_t behind(std::size_t at) const;
  [[nodiscard]] std::size_t word_before(std::size_t at) const;

  std::string text_;
  std::size_t cursor_ = 0;
};

}  // namespace morgue::browse
