// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/news_story.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

/// `By Jane Doe and John Roe`: names and nothing else.
bool is_byline(View line) {
  constexpr std::size_t kLongest = 100;
  if (!(line.starts_with("By ") || line.starts_with("BY ")) || line.size() > kLongest || line.ends_with('.')) {
    return false;
  }
  std::size_t names = 0;
  for (View rest = line.substr(3); !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const View word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty() || word == "and" || word == "de" || word == "van" || word == "von" || word == "in") continue;
    // Capitals of other scripts begin with such bytes; a digit begins no name.
    const auto first = static_cast<unsigned char>(word.front());
    if ((first < 'A' || first > 'Z') && first < 0xC3) return false;
    ++names;
  }
  return names >= 1 && names <= 10;
}

/// The first sentence, if it is one that a headline could be, else as many words as fit.
std::string first_sentence(View paragraph) {
  constexpr std::size_t kLongest = 160;
  std::string line = FieldList::one_line(paragraph);
  constexpr std::size_t kShortest = 20;  // before it, a full stop is an abbreviation's
  for (std::size_t stop = line.find_first_of(".!?", kShortest); stop < std::min(line.size(), kLongest);
       stop = line.find_first_of(".!?", stop + 1)) {
    const bool ends = stop + 1 == line.size() || line[stop + 1] == ' ';
    if (ends) return line.substr(0, line[stop] == '.' ? stop : stop + 1);
  }
  if (line.size() <= kLongest) {
    if (line.ends_with('.') && !line.ends_with("..")) line.pop_back();
    return line;
  }
  std::string cut(text::truncate_utf8(line, kLongest));
  if (const std::size_t blank = cut.rfind(' '); blank != std::string::npos) cut.resize(blank);
  return cut + " ...";
}

/// `ends`: told the typesetter that nothing more would come.
bool is_end_mark(View line) {
  constexpr auto kMarks = std::to_array<View>({"ends", "end", "(ends)", "(end)", "###", "-30-", "- 30 -"});
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [line](View mark) { return std::ranges::equal(mark, line, {}, {}, FieldList::lower); });
}

/// Elements that some system escaped with the text around them: `<dash>-</dash>`. Those of HTML are for later.
void drop_escaped_elements(std::string& text) {
  constexpr std::size_t kLongestName = 32;
  constexpr std::size_t kLongestElement = 200;
  const View whole = text;
  std::string out;
  for (std::size_t pos = 0; pos < whole.size();) {
    const std::size_t open = std::min(whole.find('<', pos), whole.size());
    out += whole.substr(pos, open - pos);
    pos = open;
    const View element = whole.substr(open, kLongestElement);
    const std::size_t end = element.find('>');
    if (end == View::npos) {
      out += whole.substr(open, 1);
      ++pos;
      continue;
    }
    const View name = element.substr(1, end - 1);
    const bool plain = name.size() > 2 && name.size() <= kLongestName &&
                       name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == View::npos;
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t closed = plain ? element.find(close, end) : View::npos;
    if (closed == View::npos) {
      out += '<';
      ++pos;
    } else {
      out += element.substr(end + 1, closed - end - 1);
      pos = open + closed + close.size();
    }
  }
  text = std::move(out);
}

}  // namespace

void add_story(FieldList& fields, std::vector<std::string> paragraphs) {
  if (const std::string* headline = fields.find("headline")) {
    if (!paragraphs.empty() && FieldList::one_line(paragraphs.front()) == *headline && paragraphs.size() > 1) {
      paragraphs.erase(paragraphs.begin());
    }
  }
  if (paragraphs.size() > 1 && is_end_mark(paragraphs.back())) paragraphs.pop_back();
  for (std::string& paragraph : paragraphs) {
    if (paragraph.find("</") != std::string::npos) drop_escaped_elements(paragraph);
  }
  // Above the byline of wire copy may stand what changed, and what the story says in short.
  constexpr std::size_t kAbove = 8;
  const auto above = paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(paragraphs.size(), kAbove));
  const auto byline = std::find_if(paragraphs.begin(), above, [](const std::string& line) { return is_byline(line); });
  if (byline != above) {
    fields.item("authors", *byline);
    if (paragraphs.size() > 1) paragraphs.erase(byline);
  }
  if (!fields.has("headline") && !paragraphs.empty()) fields.line("headline", first_sentence(paragraphs.front()));
  for (std::string& paragraph : paragraphs) fields.text("body", std::move(paragraph));
}

}  // namespace morgue::formats
