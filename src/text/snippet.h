// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "core/snippet.h"
#include "text/highlight.h"

namespace morgue::text {

/// Finds what one query is about in many texts: keeps what it has looked up. One object a thread.
class Highlighter {
 public:
  explicit Highlighter(const std::vector<Highlight>& highlights);
  ~Highlighter();
  Highlighter(Highlighter&&) noexcept;
  Highlighter& operator=(Highlighter&&) noexcept;

  /// The passage of `body` (at most `width` columns, cut at word ends, `…` where cut) with the most distinct
  /// highlights; its beginning when none matches. `language` is the article's; line breaks become blanks.
  Snippet snippet(std::string_view body, std::string_view language, std::size_t width);
  /// All of `text`, unchanged, with the highlights marked (headlines, `show`).
  Snippet mark_all(std::string_view text, std::string_view language);
  /// Every occurrence by itself, in order of beginning: words, phrases, and from first to last word the shortest
  /// stretches that have two things near each other. Occurrences may overlap; none lies within another.
  std::vector<Snippet::Mark> occurrences(std::string_view text, std::string_view language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::text
