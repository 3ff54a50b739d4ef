// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::extract {

/// What a line of a page is by itself, whatever stands around it.
enum class LineKind : std::uint8_t {
  Label,        ///< a few words: menu entry, section, subhead
  Title,        ///< headline-like: several words, no full stop at the end
  Sentence,     ///< short prose
  Prose,        ///< a paragraph beyond doubt
  Caption,      ///< text of a picture with its credit, or the credit alone
  ReadingTime,  ///< `2 min read`
  Byline,       ///< `By Jane Doe and John Roe`
  DateLine,     ///< a full date and little else
  Skip,         ///< furniture that stands in the middle of articles: `Advertisement`, `Share`
  Promotion,    ///< newsletter boxes, cookie notices, subscription offers
  Box,          ///< opens a list of other stories, after which the article may go on: `Read also`
  Wall,         ///< nothing of the article comes after it: `Comments`, `Most read`, a copyright notice
};

/// A line that is not blank, trimmed.
struct PageLine {
  std::string_view text;
  std::uint32_t words = 0;  ///< blank-separated; two CJK characters count as one
  LineKind kind = LineKind::Label;
  bool blank_before = false;
  bool ends_sentence = false;  ///< full stop, question or exclamation mark, quotes and brackets after it or not
  bool several_sentences = false;
};

struct PageLines {
  std::string content;  ///< what the lines point into
  std::vector<PageLine> lines;
  /// Whether blank lines separate paragraphs; if so, lines without one between them belong together.
  bool spaced = false;

  PageLines() = default;
  PageLines(const PageLines&) = delete;
  PageLines& operator=(const PageLines&) = delete;
};

/// Fills `out` with the lines of a page, kinds and all; hard-wrapped paragraphs are joined. False if there are too many
/// lines for a page of one article.
bool split_page(std::string_view content, PageLines& out);

/// Lower case, no-break spaces as blanks, runs of blanks as one. For comparing short lines with vocabulary.
std::string folded(std::string_view line);

/// The blank-separated words, at most `limit` of them.
std::vector<std::string_view> words_of(std::string_view line, std::size_t limit = 200);

bool is_prose(const PageLine& line);

}  // namespace morgue::extract
