// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/marks.h"

#include <algorithm>

namespace morgue::render {

void for_each_run(const Snippet& snippet, const std::function<void(std::string_view run, bool marked)>& use) {
  const std::string_view text = snippet.text;
  std::size_t done = 0;
  const auto run = [&](std::size_t end, bool marked) {
    if (end > done) use(text.substr(done, end - done), marked);
    done = std::max(done, end);
  };
  for (const Snippet::Mark& mark : snippet.marks) {
    const std::size_t begin = std::clamp(mark.begin, done, text.size());
    run(begin, false);
    run(std::clamp(mark.end, begin, text.size()), true);
  }
  run(text.size(), false);
}

std::string bracket_marks(const Snippet& snippet) {
  std::string out;
  out.reserve(snippet.text.size() + 4 * snippet.marks.size());
  for_each_run(snippet, [&out](std::string_view run, bool marked) {
    out += marked ? "<<" : "";
    out += run;
    out += marked ? ">>" : "";
  });
  return out;
}

}  // namespace morgue::render
