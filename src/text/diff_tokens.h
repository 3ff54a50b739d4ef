// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "text/char_table.h"

namespace morgue::text {

/// Cuts texts into words (with the marks, apostrophes and points inside them), blanks, and single other characters; in
/// scripts without blanks into single characters. Any bytes, without a gap.
class DiffWords {
 public:
  std::vector<std::string_view> cut(std::string_view text);

 private:
  CharTable table_;
};

/// The text without a gap as paragraphs, each with the line ends behind it.
std::vector<std::string_view> diff_paragraphs(std::string_view text);

}  // namespace morgue::text
