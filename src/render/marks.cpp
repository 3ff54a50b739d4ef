// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/marks.h"

#include <algorithm>
#include <string_view>

namespace morgue::render {

std::string bracket_marks(const Snippet& snippet) {
  const std::string_view text = snippet.text;
  std::string out;
  out.reserve(text.size() + 4 * snippet.marks.size());
  std::size_t done = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    const std::size_t begin = std::clamp(mark.begin, done, text.size());
    const std::size_t end = std::clamp(mark.end, begin, text.size());
    if (begin == end) continue;
    out += text.substr(done, begin - done);
    out += "<<";
    out += text.substr(begin, end - begin);
    out += ">>";
    done = end;
  }
  out += text.substr(done);
  return out;
}

}  // namespace morgue::render
