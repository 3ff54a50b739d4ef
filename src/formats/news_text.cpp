// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/news_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "formats/field_list.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

constexpr auto kBlocks = std::to_array<View>(
    {"p",       "hl1",        "hl2",   "h1",    "h2",           "h3",      "h4",    "h5",         "h6",
     "ul",      "ol",         "li",    "dl",    "dt",           "dd",      "block", "bq",         "table",
     "tr",      "nitf-table", "div",   "pre",   "fn",           "section", "body",  "blockquote", "article",
     "caption", "thead",      "tbody", "tfoot", "body.content", "html",    "hr",    "address"});
constexpr auto kLeftOut =
    std::to_array<View>({"media", "figure", "figcaption", "script", "style", "note", "head", "nitf-table-metadata",
                         "body.end", "body.head", "object", "iframe", "aside", "datasource"});

/// Stands for a line break in the markup while other white space still means nothing.
constexpr char kBreak = '\x02';

bool is_one_of(View name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Line {
  View text;
  bool indented = false;
};

std::vector<Line> lines_of(View run) {
  std::vector<Line> lines;
  while (!run.empty()) {
    const std::size_t end = std::min(run.find('\n'), run.size());
    const View raw = run.substr(0, end);
    lines.push_back({trimmed(raw), raw.starts_with(' ') || raw.starts_with('\t')});
    run.remove_prefix(std::min(end + 1, run.size()));
  }
  return lines;
}

/// Lines at the margin and indented ones in one run: set by a typewriter. Whoever indents markup indents all of it.
bool is_typewritten(const std::vector<Line>& lines) {
  std::size_t indented = 0;
  std::size_t at_margin = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].text.empty()) continue;
    (lines[i].indented ? indented : at_margin) += 1;
  }
  return indented > 0 && at_margin > 0;
}

class Collector {
 public:
  void walk(const Node& parent) {
    for (const Node* child = parent.first_child; child != nullptr; child = child->next) {
      if (!child->is_element()) {
        run_ += child->text;
      } else if (child->name == "br") {
        run_ += kBreak;
      } else if (is_one_of(child->name, kLeftOut)) {
        flush();
      } else if (is_one_of(child->name, kBlocks)) {
        flush();
        walk(*child);
        flush();
      } else {
        if (child->name == "td" || child->name == "th") run_ += ' ';
        walk(*child);
      }
    }
  }

  void add(View text) { run_ += text; }

  std::vector<std::string> take() {
    flush();
    return std::move(paragraphs_);
  }

 private:
  void flush() {
    const auto lines = lines_of(run_);
    const bool typewritten = is_typewritten(lines);
    std::string paragraph;
    for (const Line& line : lines) {
      if (line.text.empty() || (typewritten && line.indented)) close(paragraph);
      paragraph.append(paragraph.empty() ? "" : " ").append(line.text);
    }
    close(paragraph);
    run_.clear();
  }

  void close(std::string& paragraph) {
    std::string text;
    for (View rest = paragraph; !rest.empty();) {
      const std::size_t end = std::min(rest.find(kBreak), rest.size());
      const std::string line = FieldList::one_line(rest.substr(0, end));
      if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    // A rule sets something apart that is told apart by its words, too.
    if (text.find_first_not_of("_- ") != std::string::npos) paragraphs_.push_back(std::move(text));
    paragraph.clear();
  }

  std::string run_;
  std::vector<std::string> paragraphs_;
};

}  // namespace

std::vector<std::string> news_paragraphs(const Node& content) {
  Collector collector;
  collector.walk(content);
  return collector.take();
}

std::vector<std::string> plain_paragraphs(View text) {
  Collector collector;
  collector.add(text);
  return collector.take();
}

}  // namespace morgue::formats
