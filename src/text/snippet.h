// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/snippet.h"

namespace morgue::text {

/// What to mark: sequences of adjacent words. A word is compared by term, by exact form or by stem.
struct Highlight {
  enum class By : std::uint8_t { Term, Exact, Stem };
  struct Word {
    std::string text;  ///< as typed in the query
    By by = By::Term;
  };
  std::vector<Word> words;  ///< more than one: a phrase, marked as a whole
};

/// Marks one query in many texts: keeps what it has looked up. One object a thread.
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

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same for one text.
Snippet make_snippet(std::string_view body, std::string_view language, const std::vector<Highlight>& highlights,
                     std::size_t width);
Snippet mark_all(std::string_view text, std::string_view language, const std::vector<Highlight>& highlights);

}  // namespace morgue::text
