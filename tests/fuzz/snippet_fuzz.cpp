// SPDX-License-Identifier: GPL-2.0-or-later
// The first line is a query, the rest a text: what is marked lies in the text, and in order.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "archive/highlights.h"
#include "core/error.h"
#include "query/parser.h"
#include "text/snippet.h"
#include "text/utf8.h"

namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

void check(const morgue::Snippet& snippet) {
  require(morgue::text::is_valid_utf8(snippet.text));
  std::size_t end = 0;
  for (const auto& mark : snippet.marks) {
    require(mark.begin >= end && mark.begin < mark.end && mark.end <= snippet.text.size());
    require(morgue::text::is_valid_utf8(snippet.text.substr(mark.begin, mark.end - mark.begin)));
    end = mark.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace text = morgue::text;
  const std::string all = text::repair_utf8(std::string(data, data + size));
  const std::size_t line = all.find('\n');
  if (line == std::string::npos) return 0;
  morgue::query::Node query;
  try {
    query = morgue::query::parse(all.substr(0, line), {{2025, 6, 24}});
  } catch (const morgue::Error&) {
    return 0;
  }
  const std::string body = all.substr(line + 1);
  const morgue::archive::Highlights highlights = morgue::archive::highlights_of(query);
  text::Highlighter highlighter(highlights.body);
  for (const char* language : {"en", "de", ""}) {
    for (const std::size_t width : {1U, 40U, 240U}) check(highlighter.snippet(body, language, width));
    const morgue::Snippet marked = highlighter.mark_all(body, language);
    require(marked.text == body);
    check(marked);
    for (const auto& found : highlighter.occurrences(body, language)) {
      require(found.begin < found.end && found.end <= body.size());
    }
  }
  return 0;
}
